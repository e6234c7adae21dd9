BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $single = Join-Path $TestDrive single.dcm
    New-DicomTestFile $single (New-PixelElement)
    $multiple = Join-Path $TestDrive multiple.dcm
    New-DicomTestFile $multiple (New-PixelElement -Frames 12)
    $none = Join-Path $TestDrive none.dcm
    New-DicomTestFile $none @{ '00080060' = 'CS', 'SR' }
    $undeclared = Join-Path $TestDrive undeclared.dcm
    $elements = New-PixelElement -Frames 3
    $elements['00280008'] = 'IS', '0'
    New-DicomTestFile $undeclared $elements
}

Describe 'Get-DicomFrameCount' {
    It 'gives <Count> for <Name>, found as <Source>' -ForEach @(
        @{ Name = 'single'; Count = 1; Source = 'Single' }
        @{ Name = 'multiple'; Count = 12; Source = 'Declared' }
        @{ Name = 'undeclared'; Count = 3; Source = 'Counted' }
        @{ Name = 'none'; Count = 0; Source = 'None' }
    ) {
        $path = (Get-Variable $Name).Value
        $result = Get-DicomFrameCount $path -ErrorAction Stop -WarningAction SilentlyContinue
        $result | Should -BeOfType ([PSDicom.DicomFrameCount])
        $result.FullName | Should -Be $path
        $result.FrameCount | Should -Be $Count
        $result.Source | Should -Be $Source
    }

    It 'gives size and kind' {
        $result = Get-DicomFrameCount $multiple
        $result.Rows | Should -Be 2
        $result.Columns | Should -Be 2
        $result.BitsStored | Should -Be 8
        $result.PhotometricInterpretation | Should -Be MONOCHROME2
        $result.TransferSyntax | Should -Be 'Explicit VR Little Endian'
        $result.TransferSyntaxUID | Should -Be 1.2.840.10008.1.2.1
        $result.NumberOfFrames | Should -Be 12
    }

    It 'answers for a DicomFile' {
        (Get-DicomFile $multiple | Get-DicomFrameCount).FrameCount | Should -Be 12
    }

    It 'answers for a file of which only some elements were read' {
        (Get-DicomFile $multiple -Tag Modality | Get-DicomFrameCount).FrameCount | Should -Be 12
    }

    It 'answers in the order of the input' {
        ($multiple, $single, $none, $multiple | Get-DicomFrameCount).FrameCount | Should -Be 12, 1, 0, 12
    }

    It 'warns of a header that is wrong, and says so in the result' {
        $result = Get-DicomFrameCount $undeclared -WarningVariable warning -WarningAction SilentlyContinue
        $result.Warning | Should -Not -BeNullOrEmpty
        "$warning" | Should -Be "${undeclared}: $($result.Warning)"
    }

    It 'has its own error ids' {
        $null = Get-DicomFrameCount (Join-Path $TestDrive nothing.dcm) -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'FileNotFound,PSDicom.Commands.GetDicomFrameCountCommand'
    }

    It 'prints a table' {
        $view = Get-DicomFrameCount $multiple | Out-String -Width 160
        $view | Should -Match 'FrameCount +Source +Rows +Columns +BitsStored +Photometric +FullName'
        $view | Should -Match '12 +Declared +2 +2 +8 +MONOCHROME2 '
    }

    It 'fills a CSV file, and JSON' {
        $row = Get-DicomFrameCount $multiple | ConvertTo-Csv | ConvertFrom-Csv
        $row.FrameCount | Should -Be 12
        $row.Source | Should -Be Declared
        (Get-DicomFrameCount $multiple | ConvertTo-Json | ConvertFrom-Json).FrameCount | Should -Be 12
    }
}
