# How paths bind, and what every cmdlet has in common, is tested with Get-DicomFile; how files are rewritten, in PSDicom.Core.Tests.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $number = 0
    function New-TestFolder {
        $script:number++
        (New-Item -ItemType Directory (Join-Path $TestDrive "set$script:number")).FullName
    }

    function Get-Hash([string] $Path) { (Get-FileHash -LiteralPath $Path).Hash }
}

Describe 'Set-DicomTag' {
    BeforeEach {
        $folder = New-TestFolder
        $file = Join-Path $folder a.dcm
        $other = Join-Path $folder b.dcm
        New-DicomTestFile $file @{ '00080060' = 'CS', 'CT'; '00100010' = 'PN', 'Doe^Jane'; '00100020' = 'LO', 'A'; '00080008' = 'CS', 'ORIGINAL\PRIMARY' }
        New-DicomTestFile $other @{ '00080018' = 'UI', '1.2.5'; '00080060' = 'CS', 'MR'; '00100020' = 'LO', 'B'; '00081140' = 'SQ', @{ '00081155' = 'UI', '1.2.3.4' } }
        $out = Join-Path $folder out
    }

    It 'changes a file in its place and says what changed' {
        $change = Set-DicomTag $file PatientID 4711 -InPlace
        $change | Should -BeOfType ([PSDicom.DicomChange])
        $change.FullName, $change.Source, $change.IsChanged, $change.Tags, $change.OldValue, $change.NewValue | Should -Be $file, $file, $true, PatientID, A, 4711
        $change.Length | Should -Be (Get-Item $file).Length
        $change.Changes[0].TagPath, "$($change.Changes[0].Action)" | Should -Be PatientID, Set
        (Get-DicomFile $file).PatientID | Should -Be 4711
        (Get-ChildItem $folder -Force).Name | Should -Be a.dcm, b.dcm
    }

    It 'keeps length and time, and adds file meta information' {
        $before = (Get-Item $file).LastWriteTimeUtc = [datetime]::new(2001, 1, 1, 0, 0, 0, [System.DateTimeKind]::Utc)
        $length = (Get-Item $file).Length
        (Set-DicomTag $file PatientName 'Roe^M' -InPlace -KeepLength -PreserveTime).Length | Should -Be $length
        (Get-Item $file).LastWriteTimeUtc | Should -Be $before
        (Get-DicomFile $file).PatientName | Should -Be 'Roe^M'
        { Set-DicomTag $file PatientName 'A^Much^Longer^Name' -InPlace -KeepLength -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidValue,*'
        { Set-DicomTag $file -KeepLength -NewUid Study -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
        (Set-DicomTag $file -AddFileMeta -InPlace).IsChanged | Should -BeFalse
    }

    It 'writes copies and leaves the files as they are' {
        $hash = Get-Hash $file
        $change = Get-ChildItem $folder -Filter *.dcm | Set-DicomTag -Tag PatientID -Value X -Destination $out
        $change.FullName | Should -Be (Join-Path $out a.dcm), (Join-Path $out b.dcm)
        (Get-DicomFile $out -Recurse).PatientID | Should -Be X, X
        Get-Hash $file | Should -Be $hash
    }

    It 'keeps the path below a folder that is searched, and refuses a destination in it' {
        New-DicomTestFile (Join-Path $folder in/deep/c.dcm)
        $null = Set-DicomTag (Join-Path $folder in) -Recurse -Tag PatientID -Value X -Destination $out
        Join-Path $out deep/c.dcm | Should -Exist
        { Set-DicomTag $folder -Recurse -Tag PatientID -Value X -Destination $out -Force } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'needs exactly one of -InPlace and -Destination, and something to set' {
        { Set-DicomTag $file -Tag PatientID -Value X } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Set-DicomTag $file -Tag PatientID -Value X -InPlace -Destination $out } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Set-DicomTag $file -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Set-DicomTag $file -Tag PatientID -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Set-DicomTag $file -Value X -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Set-DicomTag $file -Tag PatientID -Value X -InPlace -IfExists -IfMissing } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Set-DicomTag $file -Tag PatientID -Value X -Destination $out -Backup } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'sets several elements, items and values' {
        $null = Set-DicomTag $file -InPlace -Property @{
            PatientBirthDate = [datetime] '2001-02-03'
            StudyTime = [timespan] '13:05:09'
            SeriesNumber = 7
            PixelSpacing = 0.5, 0.25
            'ImageType[1]' = 'SECONDARY'
            PatientName = ''
            ProcedureCodeSequence = @{ CodeValue = '1'; CodeMeaning = 'one' }, @{ CodeValue = '2' }
            'RequestAttributesSequence[0].RequestedProcedureID' = 'R'
        }
        $read = Get-DicomFile $file
        $read.PatientBirthDate, $read.StudyTime, $read.SeriesNumber | Should -Be ([datetime] '2001-02-03'), ([timespan] '13:05:09'), 7
        $read.PixelSpacing | Should -Be 0.5, 0.25
        $read.ImageType | Should -Be ORIGINAL, SECONDARY
        $read.PatientName | Should -BeNullOrEmpty
        $read.ProcedureCodeSequence.CodeValue | Should -Be 1, 2
        $read.RequestAttributesSequence[0].RequestedProcedureID | Should -Be R
    }

    It 'takes objects with properties as items, and nothing as no value' {
        $null = Set-DicomTag $file -Tag ProcedureCodeSequence -Value ([pscustomobject] @{ CodeValue = 'x' }) -InPlace
        (Get-DicomFile $file).ProcedureCodeSequence[0].CodeValue | Should -Be x
        $null = Set-DicomTag $file -Tag PatientID -Value $null -InPlace
        (Get-DicomTag $file -Tag PatientID).Exists | Should -BeTrue
        (Get-DicomTag $file -Tag PatientID).Value | Should -BeNullOrEmpty
    }

    It 'computes values for each file, in order' {
        $seen = [System.Collections.Generic.List[string]]::new()
        $changes = Set-DicomTag $file, $other -Tag StudyDescription -Value { $seen.Add($_.FullName); "$($_.Modality) of $($_.PatientID)" } -InPlace
        $changes.NewValue | Should -Be 'CT of A', 'MR of B'
        $seen | Should -Be $file, $other
    }

    It 'reports a script block that fails as the error of the file' {
        $changes = Set-DicomTag $file, $other -Tag PatientID -Value { if ($_.Modality -eq 'CT') { throw 'no' }; 'X' } -InPlace -ErrorVariable failure -ErrorAction SilentlyContinue
        $changes.FullName | Should -Be $other
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        $failure[0].TargetObject | Should -Be $file
    }

    It 'corrects IDs from a table' {
        $map = Join-Path $folder ids.csv
        'PatientID,NewPatientID,PatientName', 'A,4711,Roe^Jane' | Set-Content $map
        $changes = Set-DicomTag $file, $other -Map $map -MapKey PatientID -InPlace -ErrorVariable failure -ErrorAction SilentlyContinue
        $changes.Tags | Should -Be 'PatientID, PatientName'
        (Get-DicomFile $file).PatientID | Should -Be 4711
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'NotInMap,*'
        Set-DicomTag $other -Map $map -SkipUnmapped -InPlace -ErrorAction Stop | Should -BeNullOrEmpty
        (Get-DicomFile $other).PatientID | Should -Be B
        { Set-DicomTag $file -Map (Join-Path $folder none.csv) -InPlace } | Should -Throw -ErrorId 'FileNotFound,*'
        { Set-DicomTag $file -Map $map -MapKey StudyID -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'refuses <Tag> = <Value> and leaves the file as it is' -ForEach @(
        @{ Tag = 'PatientID'; Value = 'x' * 200 }
        @{ Tag = 'PatientBirthDate'; Value = '31.02.2020' }
        @{ Tag = 'SeriesNumber'; Value = 'abc' }
        @{ Tag = 'StudyInstanceUID'; Value = 'not-a-uid' }
        @{ Tag = 'Rows'; Value = -1 }
    ) {
        $hash = Get-Hash $file
        { Set-DicomTag $file -Tag $Tag -Value $Value -InPlace } | Should -Throw -ErrorId 'InvalidValue,*'
        Get-Hash $file | Should -Be $hash
        if ("$Value".Length -lt 200) {
            if ($Tag -ne 'Rows') {
                $null = Set-DicomTag $file -Tag $Tag -Value $Value -InPlace -SkipValidation
                Get-Hash $file | Should -Not -Be $hash
            }
        }
    }

    It 'writes text in the character set of the file, or names -EncodeAs' {
        New-DicomTestFile $file @{ '00080005' = 'CS', 'ISO_IR 100'; '00100010' = 'PN', [byte[]] (0xC4, 0x20) }
        $hash = Get-Hash $file
        $null = Set-DicomTag $file -Tag PatientID -Value ([string] [char] 0x738B) -InPlace -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'NotInCharacterSet,*'
        "$($failure[0])" | Should -BeLike '*ISO_IR 192*-EncodeAs*'
        Get-Hash $file | Should -Be $hash
        $null = Set-DicomTag $file -Tag PatientID -Value ([string] [char] 0x738B) -EncodeAs 'ISO_IR 192' -InPlace
        $read = Get-DicomFile $file
        $read.PatientID, $read.PatientName, $read.SpecificCharacterSet | Should -Be ([string] [char] 0x738B), ([string] [char] 0xC4), 'ISO_IR 192'
        { Set-DicomTag $file -EncodeAs windows-1251 -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'gives files new identifiers, and references too' {
        $changes = Set-DicomTag $file, $other -NewUid Instance -Destination $out
        $read = Get-DicomFile $out -Recurse
        $read[1].ReferencedImageSequence[0].ReferencedSOPInstanceUID | Should -Be $read[0].SOPInstanceUID
        $read[0].SOPInstanceUID | Should -Not -Be 1.2.3.4
        $read[0].SOPInstanceUID | Should -Be (Get-DicomTag (Join-Path $out a.dcm) -Tag MediaStorageSOPInstanceUID).Value
        $changes[1].Tags | Should -BeLike '*ReferencedImageSequence*'
    }

    It 'sets private elements with their creator' {
        $null = Set-DicomTag $file -Tag 'ACME|(0029,xx10)' -Value x -InPlace -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'UnknownVR,*'
        (Set-DicomTag $file -Tag 'ACME|(0029,xx10)' -Value x -VR LO -InPlace).Tags | Should -Be '(0029,0010), (0029,1010)'
        (Get-DicomTag $file -Tag 'ACME|(0029,xx10)').Value | Should -Be x
        { Set-DicomTag $file -Tag 'ACME|(0029,xx10)' -Value x -VR QQ -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'keeps the old file with -Backup, and never takes it as input' {
        (Set-DicomTag $file -Tag PatientID -Value X -InPlace -Backup).BackupName | Should -Be "$file.~bak"
        (Get-DicomFile "$file.~bak").PatientID | Should -Be A
        (Set-DicomTag $folder -Recurse -Tag PatientID -Value Y -InPlace).FullName | Should -Be $file, $other
        Set-DicomTag "$file.~bak" -Tag PatientID -Value Z -InPlace | Should -BeNullOrEmpty
        (Get-DicomFile "$file.~bak").PatientID | Should -Be A
    }

    It 'writes nothing with -WhatIf, and finds errors' {
        $hash = Get-Hash $file
        Set-DicomTag $file -Tag PatientID -Value X -InPlace -WhatIf | Should -BeNullOrEmpty
        Set-DicomTag $file -Tag PatientID -Value X -Destination $out -WhatIf | Should -BeNullOrEmpty
        Get-Hash $file | Should -Be $hash
        $out | Should -Not -Exist
        $null = Set-DicomTag $file -Tag 'ACME|(0029,xx10)' -Value X -InPlace -WhatIf -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'UnknownVR,*'
    }

    It 'gives the changed file with -PassThru' {
        $read = Set-DicomTag $file -Tag PatientID -Value X -InPlace -PassThru
        $read | Should -BeOfType ([PSDicom.DicomFile])
        $read.PatientID | Should -Be X
    }

    It 'takes output of Get-DicomFile' {
        (Get-DicomFile $folder -Recurse | Where-Object Modality -eq MR | Set-DicomTag -Tag PatientID -Value X -InPlace).FullName | Should -Be $other
    }

    It 'leaves existing files without -Force, and skips them with -SkipExisting' {
        $null = Set-DicomTag $file -Tag PatientID -Value X -Destination $out
        $null = Set-DicomTag $file -Tag PatientID -Value Y -Destination $out -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'TargetExists,*'
        Set-DicomTag $file -Tag PatientID -Value Y -Destination $out -SkipExisting -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-DicomFile $out -Recurse).PatientID | Should -Be X
        $null = Set-DicomTag $file -Tag PatientID -Value Y -Destination $out -Force
        (Get-DicomFile $out -Recurse).PatientID | Should -Be Y
    }

    It 'refuses a read-only file without -Force' {
        Set-ItemProperty $file IsReadOnly $true
        try {
            $null = Set-DicomTag $file -Tag PatientID -Value X -InPlace -ErrorVariable failure -ErrorAction SilentlyContinue
            $failure[0].FullyQualifiedErrorId | Should -BeLike 'FileReadOnly,*'
            "$($failure[0].CategoryInfo.Category)" | Should -Be PermissionDenied
            $null = Set-DicomTag $file -Tag PatientID -Value X -InPlace -Force
            (Get-DicomFile $file).PatientID | Should -Be X
        }
        finally {
            Set-ItemProperty $file IsReadOnly $false
        }
    }

    It 'names tags but no values in what it asks' {
        $transcript = & { Set-DicomTag $file -Tag PatientName -Value SECRET -InPlace -WhatIf } *>&1 | Out-String
        $transcript | Should -Not -Match 'SECRET|Doe'
    }

    It 'shows a table with the changes' {
        $text = Set-DicomTag $file -Tag PatientID -Value 4711 -InPlace | Out-String -Width 200
        $text | Should -Match 'Changed\s+Tags\s+OldValue\s+NewValue\s+FullName'
        $text | Should -Match 'True\s+PatientID\s+A\s+4711\s+.*a\.dcm'
        (Set-DicomTag $file -Tag PatientID -Value X -InPlace | ConvertTo-Csv)[1] | Should -BeLike '*"PatientID","4711","X"*'
    }
}

Describe 'Remove-DicomTag' {
    BeforeEach {
        $folder = New-TestFolder
        $file = Join-Path $folder a.dcm
        New-DicomTestFile $file @{
            '00100010' = 'PN', 'Doe^Jane'; '00100020' = 'LO', 'A'; '00104000' = 'LT', 'text'
            '00290010' = 'LO', 'ACME'; '00291010' = 'LO', 'x'; '00310010' = 'LO', 'OTHER'; '00311010' = 'LO', 'y'
            '00321064' = 'SQ', @{ '00104000' = 'LT', 'nested'; '00290010' = 'LO', 'ACME'; '00291010' = 'LO', 'z' }
        }
        $out = Join-Path $folder out
    }

    It 'removes elements' {
        $change = Remove-DicomTag $file -Tag PatientComments -InPlace -Confirm:$false
        $change | Should -BeOfType ([PSDicom.DicomChange])
        $change.Tags, $change.OldValue, $change.NewValue | Should -Be PatientComments, text, ''
        "$($change.Changes[0].Action)" | Should -Be Remove
        Get-DicomTag $file -Tag PatientComments | Should -BeNullOrEmpty
        (Get-DicomTag $file -Tag PatientComments -Nested).Value | Should -Be nested
    }

    It 'removes wildcards, groups and nested elements' {
        $null = Remove-DicomTag $file -Tag 'Patient*', '(0031,xxxx)' -Nested -Destination $out
        (Get-DicomTag $out -Recurse -Nested).Keyword | Should -Not -Contain PatientComments
        (Get-DicomTag $out -Recurse -Tag '(0031,xxxx)') | Should -BeNullOrEmpty
        (Get-DicomTag $out -Recurse -Tag '(0029,1010)').Value | Should -Be x
    }

    It 'removes private elements, all or by creator' {
        $null = Remove-DicomTag $file -Private -Destination $out
        (Get-DicomTag $out -Recurse -Nested | Where-Object IsPrivate) | Should -BeNullOrEmpty
        $change = Remove-DicomTag $file -Private -Creator ACME -Destination $out -Force
        ($change.Changes.TagPath | Where-Object { $_ -like '*(0029,*' }).Count | Should -Be 4
        (Get-DicomTag $out -Recurse -Tag '(0031,1010)').Value | Should -Be y
    }

    It 'takes a missing element for no error' {
        $change = Remove-DicomTag $file -Tag StudyID -Destination $out
        $change.IsChanged | Should -BeFalse
        (Get-FileHash (Join-Path $out a.dcm)).Hash | Should -Be (Get-FileHash $file).Hash
    }

    It 'needs something to remove' {
        { Remove-DicomTag $file -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Remove-DicomTag $file -Tag PatientID -Creator ACME -InPlace } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Remove-DicomTag $file -Tag TransferSyntaxUID -InPlace } | Should -Throw -ErrorId 'InvalidTagPath,*'
        { Remove-DicomTag $file -Tag NoSuchTag -InPlace } | Should -Throw -ErrorId 'UnknownTag,*'
    }

    It 'asks before it removes in place, and not before it writes copies' {
        $attribute = [PSDicom.Commands.RemoveDicomTagCommand].GetCustomAttributes($false) | Where-Object { $_ -is [System.Management.Automation.CmdletAttribute] }
        "$($attribute.ConfirmImpact)" | Should -Be High
        $null = Remove-DicomTag $file -Tag PatientID -Destination $out
        Join-Path $out a.dcm | Should -Exist
    }
}
