BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    # An axial slice. Names say nothing about where it lies.
    function New-Slice([string] $Path, [int] $Instance, [double] $Z, [hashtable] $More = @{}) {
        $elements = (New-PixelElement) + @{
            '00080018' = 'UI', "1.2.3.4.$Instance"
            '00080020' = 'DA', '20240131'
            '00080060' = 'CS', 'CT'
            '0008103E' = 'LO', 'Head'
            '00100010' = 'PN', 'Doe^Jane'
            '00100020' = 'LO', 'P1'
            '0020000D' = 'UI', '1.2.3'
            '0020000E' = 'UI', '1.2.3.1'
            '00200011' = 'IS', '7'
            '00200013' = 'IS', $Instance
            '00200032' = 'DS', "0\0\$Z"
            '00200037' = 'DS', '1\0\0\0\1\0'
            '00280030' = 'DS', '0.5\0.5'
        }
        foreach ($tag in $More.Keys) {
            if ($More[$tag]) { $elements[$tag] = $More[$tag] } else { $elements.Remove($tag) }
        }
        New-DicomTestFile $Path $elements
    }

    $folder = Join-Path $TestDrive 'series [1]'
    New-Slice (Join-Path $folder 'c.dcm') 3 0
    New-Slice (Join-Path $folder 'a[1].dcm') 2 5
    New-Slice (Join-Path $folder 'b.dcm') 1 10
    New-Slice (Join-Path $folder 'other.dcm') 4 0 @{ '00200037' = 'DS', '0\1\0\0\0\-1' }
    New-Slice (Join-Path $folder 'report.dcm') 5 0 @{ '0020000E' = 'UI', '1.2.3.2'; '00200011' = 'IS', '8'; '00080060' = 'CS', 'SR'; '00280010' = $null; '7FE00010' = $null }
    [System.IO.File]::WriteAllText((Join-Path $folder 'readme.txt'), 'no image')
    $order = 'c.dcm', 'a[1].dcm', 'b.dcm'
}

Describe 'Get-DicomSeries' {
    It 'gives an object a series, with stacks' {
        $series = Get-DicomSeries -LiteralPath $folder -Recurse
        $series.Count | Should -Be 2
        $series[0] | Should -BeOfType ([PSDicom.DicomSeries])
        $series.SeriesNumber | Should -Be 7, 8
        $series[0].FileCount | Should -Be 4
        $series[0].StackCount | Should -Be 2
        $series[0].Size | Should -Be '2x2x3 +1'
        $series[0].PatientName | Should -Be 'Doe^Jane'
        $series[0].StudyDate | Should -Be ([datetime] '2024-01-31')
        $series[0].Stacks[0].Files.FullName | Split-Path -Leaf | Should -Be $order
        $series[1].StackCount | Should -Be 0
    }

    It 'gives an object a stack with -ByStack' {
        $stacks = Get-DicomSeries -LiteralPath $folder -Recurse -ByStack
        $stacks.Count | Should -Be 2
        $stacks[0] | Should -BeOfType ([PSDicom.DicomStack])
        $stacks[0].Slices | Should -Be 3
        $stacks[0].Spacing | Should -Be 0.5, 0.5, 5
        $stacks[0].Orientation | Should -Be Axial
        $stacks[1].Orientation | Should -Be Sagittal
        $stacks[0].Problem | Should -Be None
        [bool] $stacks[0].Problem | Should -BeFalse
        [bool] $stacks[1].Problem | Should -BeTrue
        ($stacks | Where-Object { $_.Problem }).StackIndex | Should -Be 2
        $stacks[0].Frames.Slice | Should -Be 1, 2, 3
    }

    It 'takes what Get-ChildItem and Get-DicomFile give' {
        (Get-ChildItem -LiteralPath $folder -Filter *.dcm | Get-DicomSeries)[0].FileCount | Should -Be 4
        (Get-DicomFile -LiteralPath $folder -Recurse | Get-DicomSeries)[0].FileCount | Should -Be 4
        (Get-DicomFile -LiteralPath $folder -Recurse -Tag Modality | Get-DicomSeries)[0].FileCount | Should -Be 4
    }

    It 'sorts the rest where a file is bad' {
        $bad = Join-Path $TestDrive bad
        Copy-Item -LiteralPath $folder $bad -Recurse
        [System.IO.File]::WriteAllText((Join-Path $bad 'x.dcm'), 'no image')
        $series = Get-DicomSeries (Get-ChildItem $bad *.dcm).FullName -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'NotDicom,PSDicom.Commands.GetDicomSeriesCommand'
        $series[0].FileCount | Should -Be 4
    }

    It 'finds positions that are near to be one, as -Tolerance says' {
        $near = Join-Path $TestDrive near
        New-Slice (Join-Path $near 1) 1 0
        New-Slice (Join-Path $near 2) 2 0.2
        (Get-DicomSeries $near -Recurse -ByStack).Slices | Should -Be 2
        $stack = Get-DicomSeries $near -Recurse -ByStack -Tolerance 0.5
        $stack.Slices, $stack.Volumes | Should -Be 1, 2
        { Get-DicomSeries $near -Recurse -Tolerance -1 } | Should -Throw
    }

    It 'tells of a DICOMDIR that is named, and passes over one that is found' {
        $disk = Join-Path $TestDrive disk
        New-Slice (Join-Path $disk 1.dcm) 1 0
        $bytes = [System.IO.File]::ReadAllBytes((Join-Path $disk 1.dcm))
        $text = [System.Text.Encoding]::GetEncoding(28591).GetString($bytes).Replace('1.2.840.10008.5.1.4.1.1.7', "1.2.840.10008.1.3.10`0`0`0`0`0")
        [System.IO.File]::WriteAllBytes((Join-Path $disk DICOMDIR), [System.Text.Encoding]::GetEncoding(28591).GetBytes($text))
        $found = Get-DicomSeries $disk -Recurse -WarningVariable told
        $found.FileCount | Should -Be 1
        $told | Should -BeNullOrEmpty
        Get-DicomSeries (Join-Path $disk DICOMDIR) -WarningVariable told -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$told" | Should -Match 'DICOMDIR'
    }

    It 'prints tables that fit 80 columns' {
        $view = Get-DicomSeries -LiteralPath $folder -Recurse | Out-String -Width 80
        $view | Should -Match 'Modality Series SeriesDescription +FileCount Size +Problem'
        $view | Should -Match 'CT +7 Head +4 2x2x3 \+1'
        $view = Get-DicomSeries -LiteralPath $folder -Recurse -ByStack | Out-String -Width 80
        $view | Should -Match 'Series Stack Size +Spacing +Orientation Problem'
        $view | Should -Match '7 +1 2x2x3 +0\.5x0\.5x5 +Axial'
        $view | Should -Match 'SpacingGuessed'
        (Get-DicomSeries -LiteralPath $folder -Recurse)[0].Frames | Out-String -Width 80 | Should -Match 'Volume Slice Frame FullName'
    }

    It 'fills a CSV file, and JSON' {
        $row = Get-DicomSeries -LiteralPath $folder -Recurse -ByStack | ConvertTo-Csv | ConvertFrom-Csv
        $row[0].Spacing | Should -Be '0.5\0.5\5'
        $row[1].Problem | Should -Be SpacingGuessed
        $row[0].Files | Should -Be '3 files'
        $json = Get-DicomSeries -LiteralPath $folder -Recurse | ConvertTo-Json -Depth 5 | ConvertFrom-Json
        $json[0].Stacks[0].Files.FullName | Split-Path -Leaf | Should -Be $order
    }
}

Describe 'A series' {
    It 'pipes its files, in order and exactly, into what takes files: <Name>' -ForEach @(
        @{ Name = 'Files'; Get = { $args[0].Files } }
        @{ Name = 'the series'; Get = { $args[0] } }
        @{ Name = 'a stack'; Get = { $args[0].Stacks[0] } }
    ) {
        $series = (Get-DicomSeries -LiteralPath $folder -Recurse)[0]
        @(& $Get $series | Get-DicomFile -ErrorAction Stop | Select-Object -First 3).FullName | Split-Path -Leaf | Should -Be $order
        @(& $Get $series | Get-Item -ErrorAction Stop | Select-Object -First 3).Name | Should -Be $order
        $copies = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item $copies -ItemType Directory
        & $Get $series | Copy-Item -Destination $copies -ErrorAction Stop
        (Get-ChildItem $copies).Name | Should -Contain 'a[1].dcm'
    }

    It 'does so after Export-Clixml' {
        $list = Join-Path $TestDrive series.xml
        Get-DicomSeries -LiteralPath $folder -Recurse | Export-Clixml $list
        $back = Import-Clixml $list
        ($back[0] | Get-DicomFile -ErrorAction Stop | Select-Object -First 3).FullName | Split-Path -Leaf | Should -Be $order
        ($back[0].Stacks[0] | Get-DicomFile -ErrorAction Stop).FullName | Split-Path -Leaf | Should -Be $order
        $back[0] | Out-String -Width 80 | Should -Match 'CT +7 Head +4'
        $back[0].Stacks | Out-String -Width 80 | Should -Match '0\.5x0\.5x5'
    }

    It 'does so out of a job' {
        $back = Start-Job { Import-Module $using:module; Get-DicomSeries -LiteralPath $using:folder -Recurse } | Receive-Job -Wait -AutoRemoveJob
        ($back[0].Stacks[0] | Get-DicomFile -ErrorAction Stop).FullName | Split-Path -Leaf | Should -Be $order
    }

    It 'of another computer leads to no file of this one' {
        $list = Join-Path $TestDrive remote.xml
        Get-DicomSeries -LiteralPath $folder -Recurse | Export-Clixml $list
        $back = (Import-Clixml $list)[0] | Add-Member PSComputerName fs1 -PassThru
        foreach ($command in 'Get-DicomFile', 'Export-DicomFrame') {
            $null = $back | & $command -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem[0].FullyQualifiedErrorId | Should -Match '^FileOfOtherComputer' -Because $command
        }
    }

    It 'becomes one picture a stack with -Combine: <Name>' -ForEach @(
        @{ Name = 'the series'; Get = { $args[0] }; Count = 2 }
        @{ Name = 'a stack'; Get = { $args[0].Stacks[0] }; Count = 1 }
        @{ Name = 'a series from a file'; Count = 2; Get = {
                $args[0] | Export-Clixml (Join-Path $TestDrive one.xml)
                Import-Clixml (Join-Path $TestDrive one.xml)
            } }
    ) {
        $series = (Get-DicomSeries -LiteralPath $folder -Recurse)[0]
        $pictures = @(& $Get $series | Export-DicomFrame -Combine -Format Gif -Destination (Join-Path $TestDrive ([guid]::NewGuid())) -ErrorAction Stop)
        $pictures.Count | Should -Be $Count
        $pictures[0].FrameCount | Should -Be 3
        $pictures[0].Source | Split-Path -Leaf | Should -Be 'c.dcm'
        $pictures[0].FullName | Split-Path -Leaf | Should -Be 'c_stack1.gif'
    }

    It 'becomes pictures of its frames without it, in order' {
        $out = Join-Path $TestDrive frames
        $stack = Get-DicomSeries -LiteralPath $folder -Recurse -ByStack | Select-Object -First 1
        ($stack | Export-DicomFrame -Destination $out -ErrorAction Stop).Source | Split-Path -Leaf | Should -Be $order
        ($stack | Export-DicomFrame -Destination $out -Frame 3, 1 -Force -ErrorAction Stop).Source | Split-Path -Leaf | Should -Be 'b.dcm', 'c.dcm'
        $null = $stack | Export-DicomFrame -Destination $out -Frame 4 -Force -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Match '^FrameNotFound'
        $stack | Export-DicomFrame -Combine -Destination (Join-Path $out all.gif) -WhatIf | Should -BeNullOrEmpty
        Join-Path $out all.gif | Should -Not -Exist
    }
}

Describe 'Get-DicomStudy' {
    It 'sums up' {
        $study = Get-DicomStudy -LiteralPath $folder -Recurse
        $study | Should -BeOfType ([PSDicom.DicomStudy])
        $study.SeriesCount, $study.FileCount, $study.FrameCount | Should -Be 2, 5, 4
        $study.Modalities | Should -Be CT, SR
        $study.Length | Should -Be (Get-ChildItem -LiteralPath $folder -Filter *.dcm | Measure-Object Length -Sum).Sum
        $study.Series[0].SeriesNumber | Should -Be 7
        $study | Out-String -Width 80 | Should -Match '2024-01-31 Doe\^Jane +CT\\SR +2 +5'
        @($study | Get-DicomFile).Count | Should -Be 5
    }
}
