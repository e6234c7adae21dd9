# Cmdlets of frames get the frames of a stack: not all of its files, and in its order.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    # Two axial frames, the upper one first, and two sagittal ones; frame n has the value n.
    function New-Group([string] $Position, [string] $Orientation) {
        @{
            '00209113' = 'SQ', @{ '00200032' = 'DS', $Position }
            '00209116' = 'SQ', @{ '00200037' = 'DS', $Orientation }
        }
    }
    $elements = New-PixelElement -Frames 4
    $elements['00080016'] = 'UI', '1.2.840.10008.5.1.4.1.1.2.1'
    $elements['00080060'] = 'CS', 'CT'
    $elements['0020000D'] = 'UI', '1.2'
    $elements['0020000E'] = 'UI', '1.2.3'
    $elements['52009229'] = 'SQ', @{ '00289110' = 'SQ', @{ '00280030' = 'DS', '1\1' } }
    $elements['52009230'] = @('SQ') + @(
        New-Group '0\0\5' '1\0\0\0\1\0'
        New-Group '0\0\0' '1\0\0\0\1\0'
        New-Group '0\0\0' '0\1\0\0\0\1'
        New-Group '5\0\0' '0\1\0\0\0\1'
    )
    $elements['7FE00010'] = 'OB', [byte[]] (1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4)
    $file = Join-Path (New-Item -ItemType Directory (Join-Path $TestDrive study)) multi.dcm
    New-DicomTestFile $file $elements
    $series = Get-DicomSeries $file
    $axial, $sagittal = $series.Stacks
    $out = Join-Path $TestDrive page.html

    function Get-PageFrame { [regex]::Matches([System.IO.File]::ReadAllText($out), '"number":(\d+)') | ForEach-Object { $_.Groups[1].Value } }
}

Describe 'A stack of a multi-frame file' {
    It 'has two frames' { $series.Stacks.FrameCount | Should -Be 2, 2 }

    It 'pipes into Get-DicomFrame' {
        ($axial | Get-DicomFrame -ErrorAction Stop).Frame | Should -Be 2, 1
        ($sagittal | Get-DicomFrame -ErrorAction Stop).Frame | Should -Be 3, 4
        ($series | Get-DicomFrame -ErrorAction Stop).Frame | Should -Be 2, 1, 3, 4
        (Get-DicomFrame -Stack $sagittal, $axial -ErrorAction Stop).Frame | Should -Be 3, 4, 2, 1
    }

    It 'pipes into Measure-DicomFrame' {
        ($axial | Measure-DicomFrame -ErrorAction Stop).Mean | Should -Be 2, 1
        ($sagittal | Measure-DicomFrame -Total -ErrorAction Stop).Minimum | Should -Be 3
    }

    It 'pipes into Show-DicomFrame' {
        $shown = $axial | Show-DicomFrame -As Ascii -ErrorAction Stop
        $shown[0] | Should -BeLike '*`[2/4`]*'
        $shown[1] | Should -BeLike '*`[1/4`]*'
    }

    It 'pipes into Export-DicomPage' {
        ($axial | Export-DicomPage -Destination $out -Force -ErrorAction Stop).FrameCount | Should -Be 2
        Get-PageFrame | Should -Be 2, 1
        $null = $series | Export-DicomPage -Destination $out -Force -ErrorAction Stop
        Get-PageFrame | Should -Be 2, 1, 3, 4
    }

    It 'has frame numbers of its own' {
        ($axial | Get-DicomFrame -Frame 1).Frame | Should -Be 2
        $frames = $axial | Get-DicomFrame -Frame 2, 3 -ErrorVariable problem -ErrorAction SilentlyContinue
        $frames.Frame | Should -Be 1
        $problem.FullyQualifiedErrorId | Should -Be 'FrameNotFound,PSDicom.Commands.GetDicomFrameCommand'
        "$problem" | Should -BeLike '*the stack has 2*'
        ($axial | Show-DicomFrame -Frame 2 -As Ascii) | Should -BeLike '*`[1/4`]*'
        $null = $axial | Export-DicomPage -Destination $out -Frame 2 -Force
        Get-PageFrame | Should -Be 1
    }

    It 'is the same after a job' {
        $received = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($axial, 3))
        ($received | Get-DicomFrame -ErrorAction Stop).Frame | Should -Be 2, 1
    }
}
