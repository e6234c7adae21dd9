BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $single = Join-Path $TestDrive single.dcm
    $elements = New-PixelElement
    $elements['7FE00010'] = 'OB', [byte[]] (1, 2, 3, 4)
    $elements['00281052'] = 'DS', '-1024'
    $elements['00281053'] = 'DS', '1'
    New-DicomTestFile $single $elements

    $clip = Join-Path $TestDrive clip.dcm
    $elements = New-PixelElement -Frames 20
    $elements['7FE00010'] = 'OB', [byte[]] (1..80)
    New-DicomTestFile $clip $elements

    $color = Join-Path $TestDrive color.dcm
    $elements = New-PixelElement
    $elements['00280002'] = 'US', 3
    $elements['00280004'] = 'CS', 'YBR_FULL'
    $elements['7FE00010'] = 'OB', [byte[]] (50, 128, 128, 60, 128, 128, 70, 128, 128, 80, 128, 128)
    New-DicomTestFile $color $elements

    $report = Join-Path $TestDrive report.dcm
    New-DicomTestFile $report @{ '00080060' = 'CS', 'SR' }
}

Describe 'Get-DicomFrame' {
    It 'gives the pixels as numbers' {
        $frame = Get-DicomFrame $single -ErrorAction Stop
        $frame | Should -BeOfType ([PSDicom.DicomFrame])
        $frame.FullName | Should -Be $single
        $frame.Frame, $frame.Rows, $frame.Columns, $frame.SamplesPerPixel | Should -Be 1, 2, 2, 1
        $frame.PhotometricInterpretation | Should -Be MONOCHROME2
        , $frame.Pixels | Should -BeOfType ([byte[]])
        $frame.Pixels | Should -Be 1, 2, 3, 4
        $frame[0, 1] | Should -Be 2
        $frame[1, 0] | Should -Be 3
    }

    It 'computes minimum, maximum, mean and standard deviation' {
        $frame = Get-DicomFrame $single
        $frame.Minimum, $frame.Maximum, $frame.Mean | Should -Be 1, 4, 2.5
        $frame.StandardDeviation | Should -Be ([Math]::Sqrt(1.25))
    }

    It 'gives all frames in order' {
        $frames = Get-DicomFrame $clip
        $frames.Frame | Should -Be (1..20)
        $frames.Minimum | Should -Be (0..19 | ForEach-Object { 4 * $_ + 1 })
    }

    It 'gives the frames that are named, in their order' {
        $frames = Get-DicomFrame $clip -Frame 20, 3
        $frames.Frame | Should -Be 20, 3
        $frames[0].Pixels | Should -Be 77, 78, 79, 80
    }

    It 'takes ranges of frames as they are written' {
        (Get-DicomFrame $clip -Frame 20, 3..5, 2..1).Frame | Should -Be 20, 3, 4, 5, 2, 1
        (Get-DicomFrame $clip -Frame '7..8').Frame | Should -Be 7, 8
        { Get-DicomFrame $clip -Frame 3..x } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*10..20*'
    }

    It 'reports a missing frame, and gives the others' {
        $frames = Get-DicomFrame $clip -Frame 2, 21 -ErrorVariable problem -ErrorAction SilentlyContinue
        $frames.Frame | Should -Be 2
        $problem.FullyQualifiedErrorId | Should -Be 'FrameNotFound,PSDicom.Commands.GetDicomFrameCommand'
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        "$problem" | Should -Match 'no frame 21.*20 frames'
    }

    It 'refuses a frame 0' {
        { Get-DicomFrame $clip -Frame 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'gives rescaled values in the smallest type' {
        $frame = Get-DicomFrame $single -Rescaled
        , $frame.Pixels | Should -BeOfType ([int16[]])
        $frame.Pixels | Should -Be -1023, -1022, -1021, -1020
    }

    It 'gives colour as stored, or as RGB' {
        (Get-DicomFrame $color).PhotometricInterpretation | Should -Be YBR_FULL
        $frame = Get-DicomFrame $color -AsRgb
        $frame.PhotometricInterpretation | Should -Be RGB
        $frame.Pixels | Should -Be 50, 50, 50, 60, 60, 60, 70, 70, 70, 80, 80, 80
        $frame[1, 1, 2] | Should -Be 80
    }

    It 'answers for a DicomFile and for several paths, in order' {
        (Get-DicomFile $single | Get-DicomFrame).Pixels | Should -Be 1, 2, 3, 4
        ($single, $color, $clip | Get-DicomFrame).Count | Should -Be 22
        ($color, $single | Get-DicomFrame).FullName | Should -Be $color, $single
    }

    It 'ends when no more is wanted' {
        (Get-DicomFrame $clip | Select-Object -First 2).Frame | Should -Be 1, 2
    }

    It 'shows progress' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $path)
            Import-Module $module
            Get-DicomFrame $path | ForEach-Object { Start-Sleep -Milliseconds 100 }
        }).AddArgument((Join-Path $root 'PSDicom.psd1')).AddArgument($clip)
        $null = $shell.Invoke()
        $shown = @($shell.Streams.Progress | Where-Object Activity -eq Get-DicomFrame)
        $shell.Dispose()
        $shown[0].StatusDescription | Should -Match '^\d+ frames, \d+ a second$'
        $shown[0].PercentComplete | Should -BeIn (1..99)
        $shown[0].SecondsRemaining | Should -BeGreaterOrEqual 0
    }

    It 'reports a file without an image, unless it was found' {
        Get-DicomFrame $report -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'NoPixelData,PSDicom.Commands.GetDicomFrameCommand'
        (Get-DicomFrame $TestDrive -Recurse -Frame 1 -ErrorAction Stop).FullName | Should -Be $clip, $color, $single
    }

    It 'prints a table' {
        $view = Get-DicomFrame $clip -Frame 2 | Out-String -Width 160
        $view | Should -Match 'Frame +Rows +Columns +SampleType +Photometric +Minimum +Maximum +FullName'
        $view | Should -Match '2 +2 +2 +Byte +MONOCHROME2 +5 +8 '
    }

    It 'leaves the pixels out of CSV, JSON and jobs' {
        $frame = Get-DicomFrame $clip -Frame 2
        $row = $frame | ConvertTo-Csv | ConvertFrom-Csv
        $row.Frame, $row.Minimum | Should -Be 2, 5
        $row.PSObject.Properties.Name | Should -Not -Contain Pixels
        $json = $frame | ConvertTo-Json -WarningAction Stop
        ($json | ConvertFrom-Json).Maximum | Should -Be 8
        $json | Should -Not -Match Pixels
        $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($frame))
        $copy.Frame, $copy.Mean | Should -Be 2, 6.5
    }
}
