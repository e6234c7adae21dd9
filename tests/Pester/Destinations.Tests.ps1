# Destinations: unique names, unambiguous destinations, resumed exports, readable warnings.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    function New-TestFolder { (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid().ToString('N')))).FullName }

    function New-Picture([string] $Path, [System.Collections.IDictionary] $Elements = @{}, [int] $Frames = 1) {
        $all = New-PixelElement $Frames
        foreach ($tag in $Elements.Keys) { $all[$tag] = $Elements[$tag] }
        New-DicomTestFile $Path $all
    }

    function Get-PictureName([string] $Folder) {
        @(Get-ChildItem -LiteralPath $Folder -Recurse -File | ForEach-Object Name)
    }
}

Describe 'Templates in the documentation' {
    It 'carry the study: <_>' -ForEach 'README.md', 'en-US/about_PSDicom.help.txt', 'src/PSDicom/Commands/ExportDicomFrameCommand.cs', 'src/PSDicom.Cli/Commands/ExportArguments.cs' {
        $templates = [regex]::Matches((Get-Content -LiteralPath (Join-Path $root $_) -Raw), "[{/\w}:-]*\{SeriesNumber[^' ,]*").Value
        $templates | Should -Not -BeNullOrEmpty
        foreach ($template in $templates) { $template | Should -BeLike '*{Study*' }
    }

    It 'lose no picture of a patient with several studies' {
        $in = New-TestFolder
        foreach ($study in 1..3) {
            foreach ($instance in 1, 2) {
                New-Picture (Join-Path $in "$study-$instance") @{
                    '00100020' = 'LO', 'P1'; '0020000D' = 'UI', "1.2.$study"; '00200011' = 'IS', '1'; '00200013' = 'IS', "$instance"
                }
            }
        }
        $readme = Get-Content -LiteralPath (Join-Path $root 'README.md') -Raw
        $template = [regex]::Match($readme, "-NameTemplate '([^']*)'").Groups[1].Value
        $out = New-TestFolder
        @(Export-DicomFrame $in -Recurse -Destination $out -NameTemplate $template -ErrorAction Stop).Count | Should -Be 6
        (Get-PictureName $out).Count | Should -Be 6
    }
}

Describe 'Two pictures with one path' {
    It 'are an error that names both sources and a tag that distinguishes them' {
        $in = New-TestFolder
        $one = Join-Path $in one.dcm
        $two = Join-Path $in two.dcm
        New-Picture $one @{ '00100020' = 'LO', 'P1'; '0020000D' = 'UI', '1.2.1'; '00200013' = 'IS', '1' }
        New-Picture $two @{ '00100020' = 'LO', 'P1'; '0020000D' = 'UI', '1.2.2'; '00200013' = 'IS', '1' }
        $out = New-TestFolder
        @(Export-DicomFrame $one, $two -Destination $out -NameTemplate '{PatientID}/{InstanceNumber}' -ErrorVariable problem -ErrorAction SilentlyContinue).Count |
            Should -Be 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'TargetNotUnique,*'
        "$problem".Contains("'$one'") | Should -BeTrue
        "$problem".Contains("'$two'") | Should -BeTrue
        "$problem".Contains('Add {StudyInstanceUID} to the name template') | Should -BeTrue
        @(Export-DicomFrame $one, $two -Destination $out -NameTemplate '{PatientID}/{StudyInstanceUID}/{InstanceNumber}' -ErrorAction Stop).Count | Should -Be 2
    }
}

Describe 'A destination' {
    BeforeAll {
        $in = New-TestFolder
        $source = Join-Path $in head.dcm
        New-Picture $source
    }

    BeforeEach { $out = New-TestFolder }

    It 'with an unknown extension is an error, and nothing is created: <_>' -ForEach 'out.jp2', 'out.avif', 'out.pgn', 'out.dcm' {
        { Export-DicomFrame $source -Destination (Join-Path $out $_) } |
            Should -Throw -ErrorId 'ConflictingParameters,PSDicom.Commands.ExportDicomFrameCommand' -ExpectedMessage '*not a picture format*.png, .jpg*'
        Get-ChildItem -LiteralPath $out | Should -BeNullOrEmpty
    }

    It 'is no picture and folder at once' {
        { Export-DicomFrame $source -Destination (Join-Path $out out.png) -NameTemplate '{BaseName}' } |
            Should -Throw -ErrorId 'ConflictingParameters,*' -ExpectedMessage '*path of a single picture*'
        Get-ChildItem -LiteralPath $out | Should -BeNullOrEmpty
    }

    It 'is a folder if it ends in a slash, is there, or ends in no extension: <Name>' -ForEach @(
        @{ Name = 'out.jp2/' }
        @{ Name = '1.2.840.10008' }
        @{ Name = '2024.01.31' }
        @{ Name = 'there.jp2'; IsThere = $true }
    ) {
        $target = Join-Path $out $Name
        if ($IsThere) { $null = New-Item -ItemType Directory $target }
        $null = Export-DicomFrame $source -Destination $target -ErrorAction Stop
        Join-Path $target head.png | Should -Exist
    }
}

Describe '-SkipExisting' {
    BeforeAll {
        $in = New-TestFolder
        New-Picture (Join-Path $in a.dcm) @{} 4
        New-Picture (Join-Path $in b.dcm)
    }

    BeforeEach { $out = New-TestFolder }

    It 'resumes an interrupted export, and counts what it skips' {
        $null = Export-DicomFrame (Join-Path $in a.dcm) -Frame 1..3 -Destination $out
        $before = Get-ChildItem -LiteralPath $out | ForEach-Object LastWriteTimeUtc
        $rest = Export-DicomFrame $in -Recurse -Destination $out -SkipExisting -WarningVariable warned -WarningAction SilentlyContinue `
            -InformationVariable passed -ErrorAction Stop
        @($rest).Count | Should -Be 2
        "$warned" | Should -Be '3 files already exist and were skipped.'
        $passed.MessageData.Reason | Should -Be TargetExists, TargetExists, TargetExists
        ($passed.MessageData | Get-Item).Name | Should -Be a_1.png, a_2.png, a_3.png
        (Get-ChildItem -LiteralPath $out | Where-Object Name -In a_1.png, a_2.png, a_3.png).LastWriteTimeUtc | Should -Be $before
        (Get-PictureName $out).Count | Should -Be 5
    }

    It 'says nothing where there is nothing to skip' {
        $null = Export-DicomFrame $in -Recurse -Destination $out -SkipExisting -WarningVariable warned -ErrorAction Stop
        $warned | Should -BeNullOrEmpty
    }

    It 'does not go with -Force' {
        { Export-DicomFrame $in -Recurse -Destination $out -SkipExisting -Force } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'asks with -WhatIf only for what would be written' {
        $null = Export-DicomFrame (Join-Path $in b.dcm) -Destination $out
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $in, $out)
            Import-Module $module
            Export-DicomFrame $in -Recurse -Destination $out -SkipExisting -WhatIf
        }).AddArgument($module).AddArgument($in).AddArgument($out)
        $null = $shell.Invoke()
        @($shell.Streams.Information).Count | Should -BeGreaterThan 0
        "$($shell.Streams.Warning)" | Should -Be '1 file already exists and was skipped.'
        $shell.Streams.Error.Count | Should -Be 0
        $shell.Dispose()
        (Get-PictureName $out).Count | Should -Be 1
    }
}

Describe 'Warnings that are similar' {
    BeforeAll {
        # Eight frames are declared, but only five have data.
        $in = New-TestFolder
        foreach ($number in 1..4) {
            $elements = New-PixelElement 8
            $elements['7FE00010'] = 'OB', [byte[]]::new(20)
            New-DicomTestFile (Join-Path $in "$number.dcm") $elements
        }
    }

    It 'are shown once, with their number, and each with -Verbose' {
        $records = Get-DicomFrameCount $in -Recurse -Verbose 3>&1 4>&1
        $warnings = @($records | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })
        $verbose = @($records | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })
        $counts = @($records | Where-Object { $_ -is [PSDicom.DicomFrameCount] })
        $warnings.Count | Should -Be 2
        $warnings[0].Message | Should -BeLike "$(Join-Path $in 1.dcm): *"
        $warnings[1].Message | Should -BeLike '3 more warnings like this one, in 3 files: *'
        $verbose.Count | Should -Be 3
        # Objects have all of them.
        @($counts | Where-Object Warning).Count | Should -Be 4
    }

    It 'are shown for each named file, when it is read' {
        $null = Get-DicomFrameCount (Join-Path $in 1.dcm), (Join-Path $in 2.dcm) -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 2
        "$($warned[1])" | Should -BeLike "$(Join-Path $in 2.dcm): *"
    }

    It 'are shown once for pipeline input: <_>' -ForEach 'files', 'names', 'objects' {
        $input = switch ($_) {
            files { Get-ChildItem -LiteralPath $in }
            names { (Get-ChildItem -LiteralPath $in).FullName }
            objects { Get-DicomFile $in -Recurse -WarningAction SilentlyContinue }
        }
        $null = $input | Get-DicomFrameCount -WarningVariable warned -WarningAction SilentlyContinue
        $warned.Count | Should -Be 2
    }
}
