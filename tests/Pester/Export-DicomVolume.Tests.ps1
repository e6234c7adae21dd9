BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    # An axial slice of 2 x 2 pixels, whose value is 10 times its instance number.
    function New-Slice([string] $Path, [int] $Instance, [double] $Z, [hashtable] $More = @{}) {
        $elements = (New-PixelElement) + @{
            '00080018' = 'UI', "1.2.3.4.$Instance"
            '00080060' = 'CS', 'CT'
            '0008103E' = 'LO', 'Head'
            '00100010' = 'PN', 'Doe^Jane'
            '00100020' = 'LO', 'P1'
            '00180050' = 'DS', '5'
            '0020000D' = 'UI', '1.2.3'
            '0020000E' = 'UI', '1.2.3.1'
            '00200011' = 'IS', '7'
            '00200013' = 'IS', $Instance
            '00200032' = 'DS', "0\0\$Z"
            '00200037' = 'DS', '1\0\0\0\1\0'
            '00280030' = 'DS', '0.5\0.5'
        }
        $elements['7FE00010'] = 'OB', [byte[]] (@(10 * $Instance) * 4)
        foreach ($tag in $More.Keys) { $elements[$tag] = $More[$tag] }
        New-DicomTestFile $Path $elements
    }

    function Get-Voxel([string] $Path) { [System.IO.File]::ReadAllBytes($Path) | Select-Object -Skip 352 }

    function New-Out { Join-Path $TestDrive ([guid]::NewGuid()) }

    # Two stacks; names say nothing about where the slices lie.
    $folder = Join-Path $TestDrive 'series [1]'
    New-Slice (Join-Path $folder 'c.dcm') 3 0
    New-Slice (Join-Path $folder 'a[1].dcm') 2 5
    New-Slice (Join-Path $folder 'b.dcm') 1 10
    New-Slice (Join-Path $folder 'other.dcm') 4 0 @{ '00200037' = 'DS', '0\1\0\0\0\-1' }
    [System.IO.File]::WriteAllText((Join-Path $folder 'readme.txt'), 'no image')
    $voxels = @(30) * 4 + @(20) * 4 + @(10) * 4

    # A series in which the third of four slices is missing.
    $gap = Join-Path $TestDrive gap
    1, 2, 4 | ForEach-Object { New-Slice (Join-Path $gap "$_.dcm") $_ (5 * $_) }
}

Describe 'Export-DicomVolume' {
    It 'writes a file a stack of the files of a folder' {
        $out = New-Out
        $volumes = Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out -ErrorAction Stop
        $volumes | Should -BeOfType ([PSDicom.ExportedVolume])
        $volumes.FullName | Split-Path -Leaf | Should -Be '0007_Head_1.nii', '0007_Head_2.nii'
        $volumes[0].Size | Should -Be '2x2x3'
        $volumes[0].Spacing | Should -Be 0.5, 0.5, 5
        $volumes[0].FileCount | Should -Be 3
        $volumes[0].Problem | Should -Be None
        Get-Voxel $volumes[0].FullName | Should -Be $voxels
        (Get-Item -LiteralPath $volumes[0].PSPath).Length | Should -Be $volumes[0].Length
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'a series'; Get = { Get-DicomSeries -LiteralPath $folder -Recurse }; Count = 2 }
        @{ Name = 'a stack'; Get = { Get-DicomSeries -LiteralPath $folder -Recurse -ByStack | Select-Object -First 1 }; Count = 1 }
        @{ Name = 'files'; Get = { Get-DicomFile -LiteralPath $folder -Recurse }; Count = 2 }
        @{ Name = 'files of which little was read'; Get = { Get-DicomFile -LiteralPath $folder -Recurse -Tag Modality }; Count = 2 }
        @{ Name = 'what Get-ChildItem gives'; Get = { Get-ChildItem -LiteralPath $folder -Filter *.dcm }; Count = 2 }
        @{ Name = 'a series from a file'; Count = 2; Get = {
                Get-DicomSeries -LiteralPath $folder -Recurse | Export-Clixml (Join-Path $TestDrive series.xml)
                Import-Clixml (Join-Path $TestDrive series.xml)
            } }
        @{ Name = 'a stack from a job'; Count = 1; Get = {
                Start-Job { Import-Module $using:module; Get-DicomSeries -LiteralPath $using:folder -Recurse -ByStack } | Receive-Job -Wait -AutoRemoveJob | Select-Object -First 1
            } }
    ) {
        $volumes = @(& $Get | Export-DicomVolume -Destination (New-Out) -ErrorAction Stop)
        $volumes.Count | Should -Be $Count
        Get-Voxel $volumes[0].FullName | Should -Be $voxels
    }

    It 'takes series and stacks as arguments' {
        $series = Get-DicomSeries -LiteralPath $folder -Recurse
        @(Export-DicomVolume -Series $series -Destination (New-Out)).Count | Should -Be 2
        @(Export-DicomVolume -Stack $series.Stacks[1] -Destination (New-Out)).Count | Should -Be 1
    }

    It 'writes <Format>' -ForEach @(
        @{ Format = 'Nifti'; Extension = '.nii'; Start = '\\\x01\x00\x00' }
        @{ Format = 'NiftiGz'; Extension = '.nii.gz'; Start = '\x1F\x8B' }
        @{ Format = 'Nrrd'; Extension = '.nrrd'; Start = 'NRRD0005' }
        @{ Format = 'MetaImage'; Extension = '.mha'; Start = 'ObjectType = Image' }
        @{ Format = 'Npy'; Extension = '.npy'; Start = '\x93NUMPY' }
    ) {
        $path = "$(New-Out)$Extension"
        foreach ($call in @{ Destination = $path }, @{ Destination = New-Out; Format = $Format }) {
            $volume = Get-DicomSeries -LiteralPath $folder -Recurse -ByStack | Select-Object -First 1 | Export-DicomVolume @call -ErrorAction Stop
            $volume.Format | Should -Be $Format
            $volume.FullName | Should -BeLike "*$Extension"
            [System.Text.Encoding]::GetEncoding(28591).GetString([System.IO.File]::ReadAllBytes($volume.FullName)) | Should -Match "^$Start"
        }

        $path | Should -Exist
    }

    It 'names files by -NameTemplate' {
        $out = New-Out
        $volumes = Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out -NameTemplate '{PatientID}/{Modality}{Stack:00}'
        $volumes.FullName | Should -Be (Join-Path $out P1 | Join-Path -ChildPath CT01.nii), (Join-Path $out P1 | Join-Path -ChildPath CT02.nii)
        $null = Export-DicomVolume -LiteralPath $folder -Recurse -Destination (New-Out) -NameTemplate '{PatientID}' -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'TargetNotUnique,PSDicom.Commands.ExportDicomVolumeCommand'
        "$problem" | Should -Match '\{Stack\}'
    }

    It 'refuses a series in which a slice is missing, unless it is filled in or left out' {
        $null = Export-DicomVolume $gap -Recurse -Destination (New-Out) -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'IrregularSlices,PSDicom.Commands.ExportDicomVolumeCommand'
        "$problem" | Should -Match '1 slice is missing after slice 2; there are 3'
        "$problem" | Should -Not -Match 'Doe'

        $filled = Export-DicomVolume $gap -Recurse -Destination (New-Out) -FillMissing -WarningVariable told -WarningAction SilentlyContinue
        Get-Voxel $filled.FullName | Should -Be (@(10) * 4 + @(20) * 4 + @(0) * 4 + @(40) * 4)
        $filled.FilledSlices | Should -Be 1
        "$told" | Should -Match 'Blank slices'

        $uneven = Export-DicomVolume $gap -Recurse -Destination (New-Out) -AllowIrregular -WarningVariable told -WarningAction SilentlyContinue
        $uneven.Spacing[2] | Should -Be 7.5
        "$told" | Should -Match 'even spacing of 7.5 mm'
    }

    It 'goes on after what is no volume' {
        $mixed = Join-Path $TestDrive mixed
        New-Slice (Join-Path $mixed 1.dcm) 1 0
        New-Slice (Join-Path $mixed 2.dcm) 2 0 @{ '0020000E' = 'UI', '1.2.3.2'; '00200032' = 'DS', '' }
        [System.IO.File]::WriteAllText((Join-Path $mixed 3.dcm), 'no image')
        $volumes = Export-DicomVolume (Get-ChildItem $mixed).FullName -Destination (New-Out) -ErrorVariable problem -ErrorAction SilentlyContinue
        @($volumes).Count | Should -Be 1
        $problem.FullyQualifiedErrorId -replace ',.*' | Sort-Object | Should -Be 'NoGeometry', 'NotDicom'
    }

    It 'writes a JSON file of the volume with -Sidecar, which does not tell who the patient is' {
        $volume = Export-DicomVolume $gap -Recurse -Destination (New-Out) -FillMissing -Sidecar -WarningAction SilentlyContinue
        $text = Get-Content -LiteralPath $volume.Sidecar -Raw
        $text | Should -Not -Match 'Doe|P1|1\.2\.3'
        $json = $text | ConvertFrom-Json
        $json.Dimensions | Should -Be 2, 2, 4, 1
        $json.FilledSlices | Should -Be 3
    }

    It 'writes nothing with -WhatIf, and finds errors' {
        $out = New-Out
        Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out -WhatIf | Should -BeNullOrEmpty
        $out | Should -Not -Exist
        $null = Export-DicomVolume $gap -Recurse -Destination $out -WhatIf -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Match '^IrregularSlices'
    }

    It 'replaces files with -Force only, and skips them with -SkipExisting' {
        $out = New-Out
        $null = Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out
        Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out -ErrorVariable problem -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId -replace ',.*' | Should -Be 'TargetExists', 'TargetExists'
        Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out -SkipExisting -WarningVariable told -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$told" | Should -Match '^2 '
        @(Export-DicomVolume -LiteralPath $folder -Recurse -Destination $out -Force).Count | Should -Be 2
    }

    It 'ends where parameters contradict each other: <_>' -ForEach @(
        '-Destination x.png'
        '-Destination x.nii -Format Nrrd'
        '-Compress'
        '-Force -SkipExisting'
        "-NameTemplate '{Frame}'"
        "-NameTemplate '{Nonsense}'"
        '-Format Dicom'
    ) {
        { Invoke-Expression "Export-DicomVolume -LiteralPath `$folder -Recurse $_" } | Should -Throw
    }

    It 'prints a table that fits 80 columns, and fills a CSV file' {
        $volumes = Export-DicomVolume -LiteralPath $folder -Recurse -Destination (New-Out)
        $view = $volumes | Out-String -Width 80
        $view | Should -Match 'Format +Size +Spacing +DataType +FullName'
        $view | Should -Match 'Nifti +2x2x3 +0\.5x0\.5x5 +UInt8 +'
        $row = $volumes[0] | ConvertTo-Csv | ConvertFrom-Csv
        $row.Spacing | Should -Be '0.5\0.5\5'
        $row.Problem | Should -Be None
    }

    It 'completes {Stack} in -NameTemplate' {
        $line = "Export-DicomVolume -NameTemplate '{Sta"
        (TabExpansion2 $line $line.Length).CompletionMatches.ListItemText | Should -Contain Stack
    }

    It 'of a series of another computer leads to no file of this one' {
        Get-DicomSeries -LiteralPath $folder -Recurse | Export-Clixml (Join-Path $TestDrive remote.xml)
        $back = Import-Clixml (Join-Path $TestDrive remote.xml) | Add-Member PSComputerName fs1 -PassThru
        $null = $back | Export-DicomVolume -Destination (New-Out) -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem[0].FullyQualifiedErrorId | Should -Match '^FileOfOtherComputer'
    }
}
