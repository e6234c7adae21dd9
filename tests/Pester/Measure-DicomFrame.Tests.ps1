BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $ct = Join-Path $TestDrive ct.dcm
    $elements = New-PixelElement
    $elements['00080060'] = 'CS', 'CT'
    $elements['00280120'] = 'US', 4
    $elements['00281052'] = 'DS', '-1024'
    $elements['00281053'] = 'DS', '1'
    $elements['7FE00010'] = 'OB', [byte[]] (1, 2, 3, 4)
    New-DicomTestFile $ct $elements

    $clip = Join-Path $TestDrive clip.dcm
    $elements = New-PixelElement -Frames 20
    $elements['7FE00010'] = 'OB', [byte[]] (1..80)
    New-DicomTestFile $clip $elements
}

Describe 'Measure-DicomFrame' {
    It 'measures what the values stand for, without padding' {
        $measured = Measure-DicomFrame $ct -ErrorAction Stop
        $measured | Should -BeOfType ([PSDicom.FrameMeasurement])
        $measured.FullName, $measured.Frame, $measured.FrameCount, $measured.Count, $measured.ExcludedCount | Should -Be $ct, 1, 1, 3, 1
        $measured.Minimum, $measured.Maximum, $measured.Mean, $measured.Unit | Should -Be -1023, -1021, -1022, HU
        $measured.StandardDeviation | Should -Be ([Math]::Sqrt(2 / 3))
        $measured.PSObject.Properties.Name | Should -Not -Contain Histogram
    }

    It 'measures stored values' {
        $measured = Measure-DicomFrame $ct -Stored
        $measured.Minimum, $measured.Maximum, $measured.Unit | Should -Be 1, 3, $null
    }

    It 'gives an object a frame, in order' {
        (Measure-DicomFrame $clip).Frame | Should -Be (1..20)
        (Measure-DicomFrame $clip -Frame 20, 3..4).Minimum | Should -Be 77, 9, 13
    }

    It 'measures all frames of a file together' {
        $total = Measure-DicomFrame $clip, $ct -Total -Percentile 50
        $total.ForEach({ $_.Count }) | Should -Be 80, 3
        $total.FrameCount | Should -Be 20, 1
        $total.Frame | Should -Be $null, $null
        $total.P50 | Should -Be 40.5, -1022
        (Measure-DicomFrame $clip -Total -Frame 2, 3).Mean | Should -Be 8.5
    }

    It 'has no total of a file of which a frame is missing' {
        Measure-DicomFrame $clip -Total -Frame 1, 21 -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'FrameNotFound,PSDicom.Commands.MeasureDicomFrameCommand'
    }

    It 'makes a property of each percentile' {
        $measured = Measure-DicomFrame $clip -Frame 1 -Percentile 0, 12.5, 50, 50
        $measured.P0, $measured.'P12.5', $measured.p50 | Should -Be 1, 1.375, 2.5
        @($measured.PSObject.Properties.Name -like 'P[0-9]*') | Should -Be P0, P12.5, P50
        { Measure-DicomFrame $clip -Percentile 101 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'counts each value' {
        $histogram = (Measure-DicomFrame $ct -Histogram).Histogram
        $histogram.Value | Should -Be -1023, -1022, -1021
        $histogram.ForEach({ $_.Count }) | Should -Be 1, 1, 1
    }

    It 'measures a region' {
        $measured = Measure-DicomFrame $clip -Frame 1 -Region 1, 0, 1, 2
        $measured.Minimum, $measured.Maximum, $measured.Region | Should -Be 2, 4, '1,0,1,2'
        Measure-DicomFrame $clip -Frame 1 -Region 1, 1, 2, 1 -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'RegionNotFound,PSDicom.Commands.MeasureDicomFrameCommand'
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        { Measure-DicomFrame $clip -Region 1, 1, 0, 1 } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Measure-DicomFrame $clip -Region 1, 1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'survives CSV, JSON and jobs' {
        $measured = Measure-DicomFrame $ct -Percentile 50 -Histogram
        $row = $measured | ConvertTo-Csv | ConvertFrom-Csv
        $row.Count, $row.P50, $row.Histogram | Should -Be 3, -1022, '-1023:1\-1022:1\-1021:1'
        $json = $measured | ConvertTo-Json -WarningAction Stop | ConvertFrom-Json
        $json.P50, $json.Histogram[2].Value | Should -Be -1022, -1021
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($measured))
        $copy.Mean, $copy.P50 | Should -Be -1022, -1022
    }

    It 'is a table' {
        $view = Measure-DicomFrame $ct, $clip -Total | Out-String -Width 150
        $view | Should -Match 'Frame +Count +Minimum +Maximum +Mean +StandardDeviation +Unit +FullName'
        $view | Should -Match 'x1 +3 +-1023 +-1021 +-1022 +0\.816 +HU '
        $view | Should -Match 'x20 +80 +1 +80 +40\.5 '
    }
}
