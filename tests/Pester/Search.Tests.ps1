# The files that a search finds, and the objects for those it skips.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folder = (New-Item -ItemType Directory (Join-Path $TestDrive tree)).FullName
    foreach ($name in 'IM1', 'a.DCM', 'b.dcm', 'c.ima', 'sub/IM2', 'sub/d.dcm', 'sub/deep/e.dcm', 'other/b2.dcm') {
        New-DicomTestFile (Join-Path $folder $name) @{ '00080060' = 'CS', 'CT' }
    }

    # The same names as from Get-ChildItem, whose order differs.
    function Get-Name($Item) { @($Item | ForEach-Object { [System.IO.Path]::GetFileName("$_") } | Sort-Object) }
}

Describe 'A search' {
    It 'finds what Get-ChildItem finds: <_>' -ForEach @(
        '-Recurse -Filter *.dcm'
        '-Recurse -Filter *.DCM'
        '-Recurse -Filter im*'
        '-Recurse -Filter *.'
        '-Recurse -Include *.dcm'
        '-Recurse -Include *.dcm, *.IMA'
        '-Recurse -Include [ab]*'
        '-Recurse -Exclude *.dcm'
        '-Recurse -Exclude sub'
        '-Recurse -Include *.dcm -Exclude b*'
        '-Recurse -Filter *.dcm -Exclude b*, [de].*'
        '-Depth 0 -Filter *.dcm'
        '-Depth 1 -Include *.dcm'
        '-Depth 1 -Exclude *.dcm'
    ) {
        $expected = Invoke-Expression "Get-ChildItem -LiteralPath `$folder -File $_"
        $found = Invoke-Expression "Get-DicomFile `$folder -ErrorAction Stop $_"
        $expected | Should -Not -BeNullOrEmpty
        Get-Name $found | Should -Be (Get-Name $expected.FullName)
    }

    It 'filters what a wildcard matches too' {
        Get-Name (Get-DicomFile "$folder/*.dcm" -Exclude b*) | Should -Be a.DCM
        Get-Name (Get-DicomFile "$folder/*" -Filter *.ima -ErrorAction Stop) | Should -Be c.ima
        Get-Name (Get-DicomFile "$folder/*" -Recurse -Include d*) | Should -Be d.dcm
    }

    It 'reads a named file, whatever the filter' {
        Get-Name (Get-DicomFile "$folder/b.dcm" -Exclude b*) | Should -Be b.dcm
    }

    It 'has an error for a wildcard that is invalid' {
        { Get-DicomFile $folder -Recurse -Include '[a' } | Should -Throw -ErrorId 'ConflictingParameters,*'
        "$($Error[0])".Contains("'[a'") | Should -BeTrue
    }
}

Describe 'Hidden folders and those of the system' {
    BeforeAll {
        $share = (New-Item -ItemType Directory (Join-Path $TestDrive share)).FullName
        $names = '$RECYCLE.BIN', 'System Volume Information', '.snapshot', '~snapshot'
        foreach ($name in $names) { New-DicomTestFile (Join-Path $share "$name/old.dcm") }
        New-DicomTestFile (Join-Path $share 'data/new.dcm')
        New-DicomTestFile (Join-Path $share 'data/.hidden')
    }

    It 'are skipped' {
        Get-Name (Get-DicomFile $share -Recurse -ErrorAction Stop) | Should -Be .hidden, new.dcm
        Get-Name (Get-DicomFile "$share/*" -Recurse -ErrorAction Stop) | Should -Be .hidden, new.dcm
    }

    It 'are searched with -IncludeHidden' {
        @(Get-DicomFile $share -Recurse -IncludeHidden -ErrorAction Stop).Count | Should -Be 6
    }

    It 'are searched if they are named: <_>' -ForEach '$RECYCLE.BIN', '~snapshot' {
        @(Get-DicomFile -LiteralPath (Join-Path $share $_) -Recurse -ErrorAction Stop).Count | Should -Be 1
    }

    It 'are reported' {
        $null = Get-DicomFile $share -Recurse -InformationVariable passed
        $passed.MessageData | ForEach-Object Reason | Select-Object -Unique | Should -Be HiddenFolder
        Get-Name $passed.MessageData.FullName | Should -Be ($names | Sort-Object)
    }
}

Describe 'What a run skips' {
    BeforeAll {
        $mixed = (New-Item -ItemType Directory (Join-Path $TestDrive mixed)).FullName
        New-DicomTestFile (Join-Path $mixed good.dcm)
        [System.IO.File]::WriteAllBytes((Join-Path $mixed 'empty[1].dcm'), @())
        [System.IO.File]::WriteAllBytes((Join-Path $mixed 'empty1.dcm'), [byte[]] (1, 2, 3))
        [System.IO.File]::WriteAllText((Join-Path $mixed readme.txt), 'This is a text, and a long one, so that there is something to look at.')
    }

    It 'is had as objects, and is no error' {
        $files = Get-DicomFile $mixed -Recurse -InformationVariable passed -ErrorAction Stop
        @($files).Count | Should -Be 1
        $passed.MessageData[0] | Should -BeOfType PSDicom.SkippedFile
        $passed.Tags | Select-Object -Unique | Should -Be PSDicom, Skipped
        $byName = $passed.MessageData | Group-Object { [System.IO.Path]::GetFileName($_.FullName) } -AsHashTable -AsString
        "$($byName['empty[1].dcm'].Reason)" | Should -Be EmptyFile
        "$($byName['readme.txt'].Reason)" | Should -Be NotDicom
        $byName['readme.txt'].Message | Should -Not -BeNullOrEmpty
    }

    It 'is text with -Verbose, and not without' {
        $words = Get-DicomFile $mixed -Recurse -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        @($words).Count | Should -Be 3
        "$words" | Should -BeLike "*Skipped '*readme.txt'*"
        @(Get-DicomFile $mixed -Recurse *>&1).Count | Should -Be 4 -Because 'the objects are in the information stream, which is not shown'
    }

    It 'is files without pixel data, where frames are asked for' {
        $null = Get-DicomFrame $mixed -Recurse -InformationVariable passed -ErrorAction Stop
        $passed.MessageData | Where-Object Reason -EQ NoPixelData | ForEach-Object { [System.IO.Path]::GetFileName($_.FullName) } | Should -Be good.dcm
    }

    It 'is folders that Get-ChildItem gives' {
        $null = Get-ChildItem -LiteralPath $TestDrive | Get-DicomFile -InformationVariable passed -ErrorAction Stop
        $passed.MessageData.Reason | Select-Object -Unique | Should -Be Folder
    }

    It 'goes through a job and into a CSV' {
        $job = Start-Job { param($module, $folder) Import-Module $module; Get-DicomFile $folder -Recurse } -ArgumentList (Join-Path $root PSDicom.psd1), $mixed
        $null = Receive-Job $job -Wait -InformationVariable passed
        Remove-Job $job
        @($passed.MessageData | Where-Object Reason -EQ EmptyFile).FullName | Should -Be (Join-Path $mixed 'empty[1].dcm')
        ($passed.MessageData | ConvertTo-Csv | ConvertFrom-Csv).Reason | Should -Contain NotDicom
    }

    It 'pipes into Remove-Item by its exact name' {
        $null = Get-DicomFile $mixed -Recurse -InformationVariable passed
        $passed.MessageData | Where-Object Reason -EQ EmptyFile | Remove-Item
        Get-ChildItem -LiteralPath $mixed | ForEach-Object Name | Sort-Object | Should -Be empty1.dcm, good.dcm, readme.txt
    }
}

Describe 'Links' {
    BeforeAll {
        $linked = (New-Item -ItemType Directory (Join-Path $TestDrive linked)).FullName
        New-DicomTestFile (Join-Path $linked 'data/a.dcm')
        try {
            $null = New-Item -ItemType SymbolicLink -Path (Join-Path $linked up) -Target $linked -ErrorAction Stop
            $null = New-Item -ItemType SymbolicLink -Path (Join-Path $linked file.dcm) -Target (Join-Path $linked 'data/a.dcm') -ErrorAction Stop
            $hasLinks = $true
        }
        catch { $hasLinks = $false }
    }

    It 'to folders are skipped, to files are read' {
        if (-not $hasLinks) { Set-ItResult -Skipped -Because 'links may not be made here' }
        Get-Name (Get-DicomFile $linked -Recurse -InformationVariable passed -ErrorAction Stop) | Should -Be a.dcm, file.dcm
        $passed.MessageData.FullName | Should -Be (Join-Path $linked up)
        "$($passed.MessageData.Reason)" | Should -Be FolderLink
    }

    It 'are documented' {
        (Get-Help Get-DicomFile -Parameter Recurse).description.Text | Should -BeLike '*links to folders*'
        (Get-Content -LiteralPath (Join-Path $root 'en-US/about_PSDicom.help.txt') -Raw) | Should -BeLike '*links to folders*'
    }
}
