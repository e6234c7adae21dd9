# Get-DicomFile -Tag: a row has the file and the named elements; others are read when used.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folder = Join-Path $TestDrive tags
    $full = Join-Path $folder '1.dcm'
    $elements = New-PixelElement
    $elements += @{
        '00080020' = 'DA', '20240131'
        '00080060' = 'CS', 'CT'
        '00090010' = 'LO', 'ACME 1.0'
        '00091001' = 'LO', 'secret'
        '00100010' = 'PN', 'Doe^Jane'
        '00100020' = 'LO', 'A1'
        '00280030' = 'DS', '0.5\0.25'
        '00400275' = 'SQ', @{ '00400009' = 'SH', 'S1' }, @{ '00400009' = 'SH', 'S2' }
        'FFFCFFFC' = 'OB', [byte[]] (0, 0)
    }
    New-DicomTestFile $full $elements
    $bare = Join-Path $folder '0.dcm'
    New-DicomTestFile $bare @{ '00080060' = 'CS', 'MR' }

    function Get-Name($Object) { $Object.PSObject.Properties.Name }
    function New-Copy([string] $Name) {
        $copy = Join-Path $folder "$Name.copy"
        [System.IO.File]::Copy($full, $copy, $true)
        $copy
    }
}

Describe 'A row' {
    It 'lists the file and what was asked for, in that order' {
        Get-Name (Get-DicomFile $full -Tag PatientName, Modality, AccessionNumber) |
            Should -Be FullName, PSPath, PatientName, Modality, AccessionNumber
        Get-Name (Get-DicomFile $bare -Tag PatientName, Modality) | Should -Be FullName, PSPath, PatientName, Modality
        Get-Name (Get-DicomFile $full -Tag PatientName | Select-Object *) | Should -Be FullName, PSPath, PatientName
        Get-Name (Get-DicomFile $full -Tag PatientName | ConvertTo-Json | ConvertFrom-Json) | Sort-Object | Should -Be FullName, PatientName, PSPath
    }

    It 'has the names of columns in their usual spelling, once' {
        Get-Name (Get-DicomFile $full -Tag patientname, '0008,0060', '(0010,0010)', '0009,1001', 'ACME 1.0|(0009,xx01)') |
            Should -Be FullName, PSPath, PatientName, Modality, '(0009,1001)', 'ACME 1.0|(0009,xx01)'
    }

    It 'has a column for each keyword that a wildcard means, the same in every file' {
        $names = Get-Name (Get-DicomFile $full -Tag StudyD*)
        $names | Should -Be FullName, PSPath, StudyDate, StudyDescription
        Get-Name (Get-DicomFile $bare -Tag StudyD*) | Should -Be $names
        Get-Name (Get-DicomFile $bare -Tag *) | Should -Be (Get-Name (Get-DicomFile $bare))
    }

    It 'has $null for what the file does not have' {
        $row = Get-DicomFile $bare -Tag PatientName, Modality
        $row.PSObject.Properties['PatientName'].Value | Should -BeNullOrEmpty
        $row.Modality | Should -Be MR
    }

    It 'has the values of paths into sequences' {
        $row = Get-DicomFile $full -Tag 'RequestAttributesSequence[0].ScheduledProcedureStepID', 'RequestAttributesSequence.ScheduledProcedureStepID'
        Get-Name $row | Should -Be FullName, PSPath, 'RequestAttributesSequence[0].ScheduledProcedureStepID', 'RequestAttributesSequence[*].ScheduledProcedureStepID'
        $row.'RequestAttributesSequence[0].ScheduledProcedureStepID' | Should -Be S1
        $row.'RequestAttributesSequence[*].ScheduledProcedureStepID' | Should -Be S1, S2
        ($row | ConvertTo-Csv)[-1] | Should -BeLike '*,"S1","S1\S2"'
    }

    It 'has the values of private tags' {
        $row = Get-DicomFile $full -Tag 'ACME 1.0|(0009,xx01)', '(0009,xx01)'
        $row.'ACME 1.0|(0009,xx01)' | Should -Be secret
        $row.'(0009,xx01)' | Should -Be secret
    }

    It 'is an error for wildcards inside of sequences' {
        { Get-DicomFile $full -Tag 'RequestAttributesSequence.*' } | Should -Throw -ErrorId 'InvalidTagPath,PSDicom.Commands.GetDicomFileCommand'
    }

    It 'gives Export-Csv all columns, whichever file comes first' {
        $rows = Get-DicomFile $folder -Recurse -Filter *.dcm -Tag PatientID, StudyDate, Modality | ConvertTo-Csv | ConvertFrom-Csv
        Get-Name $rows[0] | Should -Be FullName, PSPath, PatientID, StudyDate, Modality
        $rows.PatientID | Should -Be '', A1
        $rows.StudyDate | Should -Be '', 2024-01-31
    }

    It 'prints as a table of these columns' {
        $view = Get-DicomFile $folder -Recurse -Filter *.dcm -Tag Modality, PatientID | Out-String -Width 200
        $view | Should -Match 'Modality +PatientID +FullName\r?\n-+ +-+ +-+'
        $view | Should -Match '(?m)^MR +\S*0\.dcm'
        $view | Should -Match '(?m)^CT +A1 +\S*1\.dcm'
        ([regex]::Matches($view, 'PatientID')).Count | Should -Be 1
    }

    It 'prints as a list where columns do not fit' {
        $view = Get-DicomFile $full -Tag Patient*, StudyDate | Out-String -Width 200
        $view | Should -Match 'PatientName +: Doe\^Jane'
        $view | Should -Match 'StudyDate +: 2024-01-31'
        $view | Should -Match 'FullName +: '
        $view | Should -Not -Match 'PatientAddress'
    }

    It 'prints values without control characters' {
        $evil = Join-Path $folder evil.copy
        New-DicomTestFile $evil @{ '00100010' = 'PN', "$([char] 27)[31mred" }
        Get-DicomFile $evil -Tag PatientName | Out-String | Should -Match '<U\+001B>\[31mred'
        Get-DicomFile $evil | Out-String | Should -Match '<U\+001B>\[31mred'
    }

    It 'keeps its columns and its view through jobs and files' {
        Get-DicomFile $full -Tag PatientID, StudyDate | Export-Clixml (Join-Path $folder row.xml)
        $back = Import-Clixml (Join-Path $folder row.xml)
        Get-Name $back | Should -Be PSPath, FullName, PatientID, StudyDate
        $back | Out-String -Width 200 | Should -Match 'A1 +2024-01-31 +\S*1\.dcm'
    }
}

Describe 'What was not asked for' {
    It 'is a property all the same' {
        $row = Get-DicomFile $full -Tag PatientID
        $row.PatientName | Should -Be 'Doe^Jane'
        $row.PixelSpacing | Should -Be 0.5, 0.25
        $row.Rows | Should -Be 2
        $row.Dataset['Modality'].Value | Should -Be CT
        $row.Find('0008,0060').Value | Should -Be CT
        "$($row.SOPClass)" | Should -Be 'Secondary Capture Image Storage'
        $row.AccessionNumber | Should -BeNullOrEmpty
        Get-Name $row | Should -Be FullName, PSPath, PatientID
    }

    It 'is found by Where-Object, Sort-Object, Group-Object and Select-Object' {
        $rows = Get-DicomFile $full, $bare -Tag PatientID
        ($rows | Where-Object Modality -eq CT).FullName | Should -Be $full
        ($rows | Where-Object { $_.Modality -eq 'MR' }).FullName | Should -Be $bare
        ($rows | Sort-Object Modality -Descending).FullName | Should -Be $bare, $full
        ($rows | Group-Object Modality).Name | Should -Be CT, MR
        ($rows | Select-Object Modality).Modality | Should -Be CT, MR
    }

    It 'is found by the cmdlets' {
        $row = Get-DicomFile $full -Tag PatientID
        ($row | Get-DicomTag -Tag Modality).Value | Should -Be CT
        ($row | Get-DicomTag -Tag Study*).Keyword | Should -Be StudyDate
        ($row | Get-DicomTag -Tag ScheduledProcedureStepID -Nested).Value | Should -Be S1, S2
        @($row | Get-DicomTag).Count | Should -Be @(Get-DicomTag $full).Count
        ($row | Get-DicomTag -Tag Modality, AccessionNumber -IncludeMissing).Exists | Should -Be $true, $false
        ($row | Get-DicomFrameCount).FrameCount | Should -Be 1
        ($row | Get-DicomFrame).Rows | Should -Be 2
        ($row | Export-DicomFrame -Destination (Join-Path $folder out) -NameTemplate '{PatientName}').FullName | Should -BeLike '*Doe^Jane.png'
        Get-Name ($row | Get-DicomFile -Tag Modality) | Should -Be FullName, PSPath, Modality
    }

    It 'is found after the pixel data, without -Tag' {
        $file = Get-DicomFile $full
        $file.DataSetTrailingPadding.Count | Should -Be 2
        ($file | Get-DicomTag -Tag DataSetTrailingPadding).Exists | Should -BeTrue
    }

    It 'is read with the character set that the row was read with' {
        $latin = Join-Path $folder latin.copy
        New-DicomTestFile $latin @{ '00080005' = 'CS', 'ISO_IR 100'; '00100010' = 'PN', [byte[]] (0x4D, 0xC3, 0xBC, 0x20) }
        (Get-DicomFile $latin -Tag Modality -CharacterSet utf-8).PatientName | Should -Be "M$([char] 0xFC)"
    }

    It 'is one error that says so where the file is gone' {
        $copy = New-Copy gone
        $row = Get-DicomFile $copy -Tag PatientID
        Remove-Item $copy
        $Error.Clear()
        $row.PatientID | Should -Be A1
        $Error.Count | Should -Be 0
        $found = & { $row | Where-Object Modality -eq CT } 2>&1
        $found | Should -BeOfType ([System.Management.Automation.ErrorRecord])
        "$found" | Should -BeLike "Modality is not available: *gone.copy*does not exist*"
        $found.TargetObject | Should -Be $copy
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'FileNotFound*'
        $row | Get-DicomTag -Tag Modality -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }

    It 'is one error that says so where the file has changed' {
        $copy = New-Copy changed
        $row = Get-DicomFile $copy -Tag PatientID
        New-DicomTestFile $copy @{ '00080060' = 'CS', 'MR'; '00100020' = 'LO', 'B2' }
        $row.PatientID | Should -Be A1
        $found = & { $row.Modality } 2>&1
        "$found" | Should -BeLike 'Modality is not available: *has changed since it was read*'
        $row | Get-DicomTag -Tag Modality -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'ValueNotAvailable,*'
    }

    It 'is reported for bulk values too' {
        $copy = New-Copy bulk
        $file = Get-DicomFile $copy
        Remove-Item $copy
        "$(& { $file.PixelData } 2>&1)" | Should -BeLike 'PixelData is not available: *'
    }

    It 'is a property by tag and path' {
        $file = Get-DicomFile $full
        $file.'0010,0010' | Should -Be 'Doe^Jane'
        $file.'(0009,1001)' | Should -Be secret
        $file.'RequestAttributesSequence[1].ScheduledProcedureStepID' | Should -Be S2
        $file.RequestAttributesSequence[0].'0040,0009' | Should -Be S1
    }
}
