BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folder = Join-Path $TestDrive files
    $null = New-Item -ItemType Directory $folder
    $elements = New-PixelElement
    $elements['00080016'] = 'UI', '1.2.840.10008.5.1.4.1.1.7'
    $elements['00080018'] = 'UI', '1.2.3.4'
    $elements['0020000D'] = 'UI', '1.2.3.1'
    $elements['0020000E'] = 'UI', '1.2.3.2'
    $whole = Join-Path $folder whole.dcm
    New-DicomTestFile $whole $elements
    $bytes = [System.IO.File]::ReadAllBytes($whole)
    $cut = Join-Path $folder cut.dcm
    [System.IO.File]::WriteAllBytes($cut, $bytes[0..($bytes.Length - 3)])
    $elements['00080060'] = 'CS', 'lower'
    $warned = Join-Path $folder 'warned[1].dcm'
    New-DicomTestFile $warned $elements
    $empty = Join-Path $folder empty.dcm
    [System.IO.File]::WriteAllBytes($empty, [byte[]]::new(0))
    Set-Content (Join-Path $folder notes.txt) 'Remember the milk.'
}

Describe 'Test-DicomFile' {
    It 'gives one object for each finding' {
        $finding = Test-DicomFile -LiteralPath $warned | Where-Object Id -eq ValueCharacters
        $finding | Should -BeOfType ([PSDicom.DicomFinding])
        $finding.FullName | Should -Be $warned
        $finding.Severity | Should -Be Warning
        $finding.TagPath | Should -Be Modality
        $finding.Offset | Should -BeGreaterThan 132
        $finding.Message | Should -Be 'The value of (0008,0060) has a lowercase letter, which CS does not allow.'
        $finding.Value | Should -BeNullOrEmpty
    }

    It 'compares files with -Set' {
        $set = (New-Item -ItemType Directory (Join-Path $TestDrive set)).FullName
        Copy-Item -LiteralPath $whole (Join-Path $set one.dcm)
        Copy-Item -LiteralPath $whole (Join-Path $set same.dcm)
        $other = [System.IO.File]::ReadAllBytes($whole)
        $other[-1] = $other[-1] -bxor 1
        [System.IO.File]::WriteAllBytes((Join-Path $set other.dcm), $other)

        $ids = (Test-DicomFile $set -Recurse -Set).Id
        $ids | Should -Contain DuplicateFile
        $ids | Should -Contain SOPInstanceUIDNotUnique
        (Test-DicomFile $set -Recurse).Id | Should -Not -Contain SOPInstanceUIDNotUnique
        { Test-DicomFile $set -Recurse -Set -Quiet } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'finds errors in a file that is cut, and none in the whole one' {
        (Test-DicomFile $cut | Where-Object Severity -eq Error).Id | Should -Contain Truncated
        Test-DicomFile $whole | Where-Object Severity -eq Error | Should -BeNullOrEmpty
    }

    It 'tests what other cmdlets skip' {
        $findings = Test-DicomFile $folder -Recurse -ErrorVariable failed -InformationVariable skipped
        $findings | Where-Object FullName -eq $empty | ForEach-Object Id | Should -Be EmptyFile
        $findings | Where-Object FullName -like *notes.txt | ForEach-Object { "$($_.Severity) $($_.Id)" } | Should -Be 'Information OtherFile'
        $failed | Should -BeNullOrEmpty
        $skipped | Should -BeNullOrEmpty
    }

    It 'takes a file that is named for what it should be' {
        (Test-DicomFile (Join-Path $folder notes.txt)).Id | Should -Be NotDicom
    }

    It 'gives $true or $false for each file with -Quiet, in their order' {
        $whole, $cut, $empty | Test-DicomFile -Quiet | Should -Be $true, $false, $false
        Get-Item -LiteralPath $warned | Test-DicomFile -Quiet | Should -BeTrue
    }

    It 'gives one object for each file with -Summary' {
        $summaries = Get-ChildItem $folder -Filter *.dcm | Sort-Object Name | Test-DicomFile -Summary
        $summaries.Count | Should -Be 4
        $summaries[0] | Should -BeOfType ([PSDicom.DicomTestResult])
        $summaries.IsValid | Should -Be $false, $false, $true, $true
        $summaries[0].Errors | Should -BeGreaterThan 0
        $summaries[0].Ids | Should -Contain Truncated
        $summaries[1].TransferSyntax | Should -BeNullOrEmpty
        $summaries[2].Warnings | Should -BeGreaterThan 0
        $summaries[2].TransferSyntax | Should -Be 'Explicit VR Little Endian'
        $summaries[2].SOPClass | Should -Be 'Secondary Capture Image Storage'
        $summaries[2].Length | Should -Be (Get-Item -LiteralPath $warned).Length
    }

    It 'refuses -Quiet with -Summary' {
        { Test-DicomFile $whole -Quiet -Summary } | Should -Throw -ErrorId 'ConflictingParameters,PSDicom.Commands.TestDicomFileCommand'
    }

    It 'writes an error for a file that does not exist, and goes on' {
        $result = Test-DicomFile (Join-Path $folder none.dcm), $whole -Quiet -ErrorVariable failed -ErrorAction SilentlyContinue
        $result | Should -BeTrue
        $failed.FullyQualifiedErrorId | Should -Be 'FileNotFound,PSDicom.Commands.TestDicomFileCommand'
    }

    It 'tests a DicomFile, also one of which only some elements were read' {
        Get-DicomFile $cut -WarningAction Ignore | Test-DicomFile -Quiet | Should -BeFalse
        Get-DicomFile $whole -Tag Modality | Test-DicomFile -Quiet | Should -BeTrue
    }

    It 'tests the files of series and stacks, each once' {
        $series = Get-DicomSeries (Join-Path $root samples) -Recurse -WarningAction Ignore
        @($series | Test-DicomFile -Summary).FullName | Sort-Object | Should -Be ((Get-ChildItem (Join-Path $root samples) -Recurse -Filter *.dcm).FullName | Sort-Object)
        @($series | ForEach-Object Stacks | Test-DicomFile -Quiet) | Should -Not -Contain $false
    }

    It 'refuses a file that was given as bytes' {
        $file = [PSDicom.DicomFile]::Open([System.ReadOnlyMemory[byte]]::new([System.IO.File]::ReadAllBytes($whole)))
        { $file | Test-DicomFile -ErrorAction Stop } | Should -Throw -ErrorId 'ValueNotAvailable,PSDicom.Commands.TestDicomFileCommand'
    }

    It 'reports what is retired only with -Strict' {
        $elements['00080001'] = 'UL', 4
        $retired = Join-Path $folder retired.dcm
        New-DicomTestFile $retired $elements
        (Test-DicomFile $retired).Id | Should -Not -Contain ElementRetired
        Test-DicomFile $retired -Strict | Where-Object Id -eq ElementRetired | ForEach-Object Severity | Should -Be Information
        Remove-Item $retired
    }

    It 'decodes every frame with -Level Pixels' {
        $frames = New-PixelElement -Frames 3
        $frames['7FE00010'] = 'OB', [byte[]] ($frames['7FE00010'][1] | Select-Object -SkipLast 2)
        $path = Join-Path $TestDrive short.dcm
        New-DicomTestFile $path $frames
        (Test-DicomFile $path -Level Pixels).Id | Should -Contain PixelDataShort
        (Test-DicomFile $whole -Level File, Pixels).Id | Should -Not -Contain FrameUndecodable
    }

    It 'completes the names of levels' {
        [System.Management.Automation.CommandCompletion]::CompleteInput('Test-DicomFile -Level ', 22, $null).CompletionMatches.CompletionText |
            Should -Be File, Module, Pixels
    }

    It 'shows findings by file, and summaries in a table' {
        $shown = Test-DicomFile -LiteralPath $warned | Out-String -Width 160
        $shown | Should -Match 'FullName: .*warned\[1\]\.dcm'
        $shown | Should -Match 'Warning +ValueCharacters +Modality +The value of'
        Test-DicomFile $cut -Summary | Out-String -Width 160 | Should -Match 'False +\d+ +\d+ +Secondary'
    }

    It 'survives Export-Csv, ConvertTo-Json and a job' {
        $csv = Join-Path $TestDrive findings.csv
        Test-DicomFile $cut | Export-Csv $csv -NoTypeInformation
        (Import-Csv $csv).Id | Should -Contain Truncated
        (Test-DicomFile $cut -Summary | ConvertTo-Json | ConvertFrom-Json).Errors | Should -BeGreaterThan 0
        $sent = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Test-DicomFile $cut)))
        $sent[0].PSPath | Should -Be "Microsoft.PowerShell.Core\FileSystem::$cut"
        "$($sent[0].Severity)" | Should -Be "$((Test-DicomFile $cut)[0].Severity)"
    }

    It 'pipes into commands that take files' {
        (Test-DicomFile $empty | Get-Item).FullName | Should -Be $empty
    }

    It 'ends with Select-Object -First' {
        (1..1000 | ForEach-Object { $cut } | Test-DicomFile | Select-Object -First 1).FullName | Should -Be $cut
    }
}

Describe 'Findings of Test-DicomFile' {
    It 'never hold patient data, whatever is wrong' {
        $mark = 'QZMARKQZ'
        $elements = New-PixelElement
        foreach ($tag in '00080020=DA', '00080030=TM', '00080050=SH', '00080060=CS', '00080080=LO', '00090010=LO', '00100010=PN', '00100020=LO', '00100030=DA',
            '00101010=AS', '00101030=DS', '0020000D=UI', '0020000E=UI', '00200013=IS') {
            $number, $vr = $tag -split '='
            $elements[$number] = $vr, "$mark$mark$mark"
        }
        $path = Join-Path $TestDrive marked.dcm
        New-DicomTestFile $path $elements
        $bytes = [System.IO.File]::ReadAllBytes($path)
        $marked = Join-Path $TestDrive marked
        $null = New-Item -ItemType Directory $marked
        for ($position = 132; $position -lt $bytes.Length; $position += 7) {
            $damaged = [byte[]] $bytes.Clone()
            $damaged[$position] = $damaged[$position] -bxor 0x1F
            [System.IO.File]::WriteAllBytes((Join-Path $marked "$position.dcm"), $damaged)
        }
        $findings = Test-DicomFile $path, $marked -Recurse -Strict -Level Pixels, Module
        $findings.Count | Should -BeGreaterThan 100
        $findings | ForEach-Object { "$($_.Message) $($_.Value) $($_.TagPath) $($_.Id)" } | Where-Object { $_ -match 'QZM|ARKQZ' } | Should -BeNullOrEmpty
    }
}
