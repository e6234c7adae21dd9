# How paths bind, and what every cmdlet has in common, is tested with Get-DicomFile; what happens to elements, in PSDicom.Core.Tests.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $number = 0
    function New-TestFolder {
        $script:number++
        (New-Item -ItemType Directory (Join-Path $TestDrive "protect$script:number")).FullName
    }

    $secret = ConvertTo-SecureString 'a secret that is used by tests' -AsPlainText -Force
}

Describe 'Protect-DicomFile' {
    BeforeEach {
        $folder = New-TestFolder
        $in = (New-Item -ItemType Directory (Join-Path $folder in)).FullName
        $file = Join-Path $in doe.dcm
        $ultrasound = Join-Path $in echo.dcm
        New-DicomTestFile $file @{ '00080018' = 'UI', '1.2.5'; '00080060' = 'CS', 'CT'; '00080080' = 'LO', 'Hospital'; '00081030' = 'LO', 'Head of Doe'; '00100010' = 'PN', 'Doe^Jane'; '00100020' = 'LO', '4711'; '0020000D' = 'UI', '1.2.3'; '0020000E' = 'UI', '1.2.4'; '00080020' = 'DA', '20200301' }
        New-DicomTestFile $ultrasound @{ '00080018' = 'UI', '1.2.6'; '00080060' = 'CS', 'US'; '00100020' = 'LO', '4711'; '7FE00010' = 'OW', 'AB' }
        $out = Join-Path $folder out
    }

    It 'writes a copy with new values and says what happened' {
        $before = (Get-FileHash $file).Hash
        $copy = Protect-DicomFile $file $out -Key $secret
        $copy | Should -BeOfType ([PSDicom.ProtectedFile])
        $copy.Source, $copy.IsReproducible, $copy.Length | Should -Be $file, $true, (Get-Item $copy.FullName).Length
        $new = Get-DicomFile $copy.FullName
        $new.PatientID | Should -Match '^[0-9A-Z]{16}$'
        $copy.PatientID, "$($new.PatientName)", $copy.SOPInstanceUID | Should -Be $new.PatientID, $new.PatientID, $new.SOPInstanceUID
        $copy.FullName | Should -Be (Join-Path $out "$($new.StudyInstanceUID)/$($new.SeriesInstanceUID)/$($new.SOPInstanceUID).dcm")
        $copy.Removed, $copy.Emptied, $copy.Replaced, $copy.NewUids | Should -BeGreaterThan 0
        $new.InstitutionName, $new.StudyDescription | Should -Be $null, $null
        $new.PatientIdentityRemoved | Should -Be YES
        (Get-FileHash $file).Hash | Should -Be $before
    }

    It 'gives the same copies with the same key, from -Key or from -KeyPath, and others without one' {
        $key = Join-Path $folder secret.key
        Set-Content -LiteralPath $key -Value 'a secret that is used by tests' -Encoding Ascii
        $one = Protect-DicomFile $file $out -Key $secret
        $same = Protect-DicomFile $file (Join-Path $folder same) -KeyPath $key
        $other = Protect-DicomFile $file (Join-Path $folder other)
        (Get-FileHash $same.FullName).Hash | Should -Be (Get-FileHash $one.FullName).Hash
        $other.PatientID | Should -Not -Be $one.PatientID
        $other.IsReproducible | Should -BeFalse
    }

    It 'refuses a key that is short, two keys, and to resume without one' {
        { Protect-DicomFile $file $out -Key (ConvertTo-SecureString short -AsPlainText -Force) } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Protect-DicomFile $file $out -Key $secret -KeyPath $file } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Protect-DicomFile $file $out -SkipExisting } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Protect-DicomFile $file $out -Retain FullDates, ModifiedDates } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'refuses images at risk of text in their pixels, unless they are allowed' {
        $copies = Protect-DicomFile $in $out -Recurse -Key $secret -ErrorVariable failed -ErrorAction SilentlyContinue
        $copies.Source | Should -Be $file
        $failed.FullyQualifiedErrorId | Should -Be 'BurnedInPossible,PSDicom.Commands.ProtectDicomFileCommand'
        $failed.TargetObject | Should -Be $ultrasound
        $copy = Protect-DicomFile $ultrasound $out -Key $secret -AllowBurnedIn -WarningVariable warned -WarningAction SilentlyContinue
        $copy.Source | Should -Be $ultrasound
        "$warned" | Should -Match 'text in its pixels'
    }

    Context 'pixels' {
        BeforeEach {
            $image = Join-Path $in image.dcm
            [byte[]] $pixels = 100..147
            $regions = @{ '00186018' = 'UL', 2; '0018601A' = 'UL', 1; '0018601C' = 'UL', 6; '0018601E' = 'UL', 4 }
            New-DicomTestFile $image @{ '00080018' = 'UI', '1.2.7'; '00080060' = 'CS', 'US'; '00100020' = 'LO', '4711'; '00186011' = 'SQ', $regions; '00280002' = 'US', 1; '00280004' = 'CS', 'MONOCHROME2'; '00280010' = 'US', 6; '00280011' = 'US', 8; '00280100' = 'US', 8; '00280101' = 'US', 8; '00280102' = 'US', 7; '00280103' = 'US', 0; '7FE00010' = 'OW', $pixels }
        }

        It 'are black outside of ultrasound regions and in named rectangles' {
            $copy = Protect-DicomFile $image $out -Key $secret -Clean PixelData -Region '3,2,1,1'
            $copy.BlackedBy | Should -Be Regions, User
            $copy.BlackedBoxes | Should -Contain '3,2,1,1'
            $frame = Get-DicomFrame $copy.FullName
            $frame[0, 0], $frame[1, 2], $frame[2, 3], $frame[4, 6], $frame[4, 7] | Should -Be 0, 110, 0, 138, 0
            $new = Get-DicomFile $copy.FullName
            $new.BurnedInAnnotation, $copy.TransferSyntax.UID | Should -Be NO, '1.2.840.10008.1.2.1'
            (Protect-DicomFile $image (Join-Path $folder other) -Clean PixelData -Region 3, 2, 1, 1).BlackedBy | Should -Be Regions, User
        }

        It 'are black where a table says so' {
            $table = Join-Path $folder recipes.csv
            Set-Content -LiteralPath $table -Value 'Name,Modality,Rows,Boxes', 'Acme,US,6,"2,1,5,1 2,4,5,1"'
            (Protect-DicomFile $image $out -Clean PixelData -RegionTable $table).BlackedBy | Should -Be Regions, Acme
            $data = Join-Path $folder policy.psd1
            Set-Content -LiteralPath $data -Value "@{ Clean = 'PixelData'; Region = '2,1,5,1', '2,4,5,1' }"
            (Protect-DicomFile $image $out -RuleFile $data).BlackedBy | Should -Be Regions, User
        }

        It 'refuses wrong rectangles and parameters that contradict each other' {
            { Protect-DicomFile $image $out -Clean PixelData -Region '1,2,3' } | Should -Throw -ErrorId 'ConflictingParameters,*'
            { Protect-DicomFile $image $out -Region '1,2,3,4' } | Should -Throw -ErrorId 'ConflictingParameters,*'
            { Protect-DicomFile $image } | Should -Throw -ErrorId 'ConflictingParameters,*'
            { Protect-DicomFile $image $out -Review } | Should -Throw -ErrorId 'ConflictingParameters,*'
            { Protect-DicomFile $image -Review -Report (Join-Path $out report.csv) } | Should -Throw -ErrorId 'ConflictingParameters,*'
            { Protect-DicomFile $image -Review -SaveMap $out } | Should -Throw -ErrorId 'ConflictingParameters,*'
            { Protect-DicomFile $image $out -ContactSheet (Join-Path $folder a.html) } | Should -Throw -ErrorId 'ConflictingParameters,*'
        }

        It 'are reviewed before anything is written' {
            $sheet = Join-Path $folder review.html
            $reviewed = Protect-DicomFile $in -Recurse -Review -Clean PixelData -ContactSheet $sheet
            $reviewed | Should -BeOfType ([PSDicom.ReviewedImage])
            $reviewed.FullName | Should -Be $ultrasound, $image
            $reviewed.Result | Should -Be Refused, Cleaned
            $reviewed.ErrorId | Should -Be BurnedInPossible, $null
            $reviewed[1].BlackedBy, $reviewed[1].FrameCount, $reviewed[1].Modality | Should -Be Regions, 1, US
            $reviewed[1].Risk | Should -Match 'secondary capture'
            $page = Get-Content -LiteralPath $sheet -Raw
            $page | Should -Match '(?s)echo\.dcm.*image\.dcm'
            [regex]::Matches($page, 'data:image/jpeg').Count | Should -Be 1
            if ($IsLinux -or $IsMacOS) { (Get-Item $sheet).UnixMode | Should -Be '-rw-------' }
            { Protect-DicomFile $in -Recurse -Review -ContactSheet $sheet } | Should -Throw -ErrorId 'TargetExists,*'
            Protect-DicomFile $in -Recurse -Review -ContactSheet $sheet -Force | Should -HaveCount 2
            $other = Join-Path $folder other.html
            Protect-DicomFile $in -Recurse -Review -ContactSheet $other -WhatIf | Should -HaveCount 2
            $other | Should -Not -Exist
            Get-ChildItem $folder -Recurse -File | Should -HaveCount 4
            $reviewed | Out-String -Width 200 | Should -Match 'Result +Modality +FrameCount +BlackedBy +FullName'
            Protect-DicomFile $file -Review | Should -BeNullOrEmpty
        }
    }

    It 'keeps and cleans what the options say' {
        $copy = Protect-DicomFile $file $out -Retain ModifiedDates, InstitutionIdentity -Clean Descriptors -NameTemplate '{PatientID}' -PassThru
        $copy.InstitutionName, $copy.StudyDescription | Should -Be Hospital, 'Head of'
        $copy.StudyDate | Should -BeLessThan ([datetime] '2020-03-01')
        Split-Path $copy.FullName -Leaf | Should -Be "$($copy.PatientID).dcm"
        { Protect-DicomFile $file $out -NameTemplate '{BaseName}' } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'follows the rules of a site, from parameters or from a file' {
        $copy = Protect-DicomFile $file $out -KeepTag StudyDescription -RemoveTag Modality -SetTag @{ InstitutionName = 'Trial' } -PassThru
        $copy.StudyDescription, $copy.Modality, $copy.InstitutionName, $copy.PatientIdentityRemoved | Should -Be 'Head of Doe', $null, Trial, NO
        $data = Join-Path $folder policy.psd1
        Set-Content -LiteralPath $data -Value "@{ Retain = 'Uids', 'InstitutionIdentity'; RemoveTag = 'Modality'; SetTag = @{ ClinicalTrialProtocolID = 'T-12' }; AllowBurnedIn = `$true }"
        $copy = Protect-DicomFile $file $out -RuleFile $data -PassThru
        $copy.SOPInstanceUID, $copy.InstitutionName, $copy.Modality, $copy.ClinicalTrialProtocolID | Should -Be 1.2.5, Hospital, $null, T-12
        $table = Join-Path $folder policy.csv
        Set-Content -LiteralPath $table -Value 'Rule,Name,Value', 'Retain,InstitutionIdentity', 'SetTag,ClinicalTrialProtocolID,T-13'
        (Protect-DicomFile $file $out -RuleFile $table -PassThru).ClinicalTrialProtocolID | Should -Be T-13
        Set-Content -LiteralPath $data -Value '@{ Retain = (Get-Date) }'
        { Protect-DicomFile $file $out -RuleFile $data } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Protect-DicomFile $file $out -KeepTag NoSuchTag } | Should -Throw -ErrorId 'UnknownTag,*'
    }

    It 'maps patients and writes the way back' {
        $map = Join-Path $folder map.csv
        Set-Content -LiteralPath $map -Value 'PatientID,NewPatientID', '4711,P-1'
        $saved = Join-Path $folder saved
        $copy = Protect-DicomFile $file $out -PatientMap $map -SaveMap $saved -WarningAction SilentlyContinue
        $copy.PatientID | Should -Be P-1
        $patients = Join-Path $saved patients.csv
        (Import-Csv $patients).id_new | Should -Be P-1
        (Import-Csv (Join-Path $saved uids.csv) | Where-Object id_old -eq 1.2.5).id_new | Should -Be $copy.SOPInstanceUID
        if ($IsLinux -or $IsMacOS) { (Get-Item $patients).UnixMode | Should -Be '-rw-------' }
        Set-Content -LiteralPath $map -Value 'PatientID,NewPatientID', '4712,P-2'
        { Protect-DicomFile $file $out -PatientMap $map -ErrorAction Stop } | Should -Throw -ErrorId 'NotInMap,*'
    }

    It 'writes a record without anything of the sources' {
        $report = Join-Path $folder 'records/report.csv'
        $copy = Protect-DicomFile $in $out -Recurse -Key $secret -Retain ModifiedDates -Report $report -ErrorAction SilentlyContinue
        $rows = Import-Csv $report | Sort-Object Status
        $rows.Status | Should -Be Refused, Written
        $rows.Reason | Should -Be BurnedInPossible, ''
        $rows[1].PatientID, $rows[1].SOPInstanceUID, $rows[1].Removed, $rows[1].Retained, $rows[1].Reproducible | Should -Be $copy.PatientID, $copy.SOPInstanceUID, "$($copy.Removed)", ModifiedDates, True
        Join-Path $out $rows[1].File | Should -Be $copy.FullName
        Get-Content -Raw $report | Should -Not -Match 'doe|4711|echo|Hospital|20200301'
        { Protect-DicomFile $file (Join-Path $folder other) -Report $report } | Should -Throw -ErrorId 'TargetExists,*'
        Protect-DicomFile $file (Join-Path $folder other) -Report $report -WhatIf
        (Import-Csv $report).Count | Should -Be 2
    }

    It 'refuses a destination in a folder that is searched, and tables of patients in the destination' {
        { Protect-DicomFile $file $out -SaveMap (Join-Path $out map) } | Should -Throw -ErrorId 'ConflictingParameters,*'
        $out | Should -Not -Exist
        { Protect-DicomFile $in (Join-Path $in out) -Recurse } | Should -Throw -ErrorId 'ConflictingParameters,*'
    }

    It 'replaces nothing without -Force, and resumes with -SkipExisting' {
        $copy = Protect-DicomFile $file $out -Key $secret
        { Protect-DicomFile $file $out -Key $secret -ErrorAction Stop } | Should -Throw -ErrorId 'TargetExists,*'
        Protect-DicomFile $file $out -Key $secret -SkipExisting -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Protect-DicomFile $file $out -Key $secret -Force).FullName | Should -Be $copy.FullName
    }

    It 'replaces no input by a file of the whole run: <Call>' -ForEach @(
        @{ Call = 'Protect-DicomFile $file $out -KeyPath $table -Report $table -Force' }
        @{ Call = '$file | Protect-DicomFile -Destination $out -KeyPath $table -Report $table -Force' }
        @{ Call = 'Protect-DicomFile $in $out -Recurse -KeyPath $table -Report $table -Force' }
        @{ Call = 'Protect-DicomFile $file, $table $out -Report $table -Force' }
        @{ Call = '$file, $table | Protect-DicomFile -Destination $out -Report $table -Force' }
        @{ Call = 'Protect-DicomFile $file, $table -Review -ContactSheet $table -Force' }
        @{ Call = '$file, $table | Protect-DicomFile -Review -ContactSheet $table -Force' }
        @{ Call = 'Protect-DicomFile $file, $table $out -SaveMap $folder -Force' }
        @{ Call = 'Protect-DicomFile $file $out -Report $file -Force'; Message = '*is a DICOM file*' }
    ) {
        $table = Join-Path $folder patients.csv
        [System.IO.File]::WriteAllText($table, 'the secret of a project')
        $before = (Get-FileHash $file).Hash
        $ErrorActionPreference = 'Continue'
        $failures = try { & ([scriptblock]::Create($Call)) 2>&1 3>$null } catch { $_ }
        if (-not $Message) { $Message = '*is an input file, which is never replaced*' }
        @($failures | Where-Object { $_.FullyQualifiedErrorId -like 'TargetExists,*' -and "$_" -like $Message }).Count | Should -Be 1
        [System.IO.File]::ReadAllText($table) | Should -Be 'the secret of a project'
        (Get-FileHash $file).Hash | Should -Be $before
        @(Get-ChildItem $folder -Recurse -Force -Filter '.~*').Count | Should -Be 0
    }

    It 'writes nothing with -WhatIf, and reports what would be refused' {
        Protect-DicomFile $in $out -Recurse -WhatIf -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed.TargetObject | Should -Be $ultrasound
        $out | Should -Not -Exist
    }

    It 'has a view without the name of the source' {
        $shown = Protect-DicomFile $file $out -Key $secret | Out-String -Width 200
        $shown | Should -Match 'PatientID +Removed +Emptied +Replaced +NewUids +Kept +FullName'
        $shown | Should -Not -Match 'doe'
    }
}
