# How paths bind, and what every cmdlet has in common, is tested with Get-DicomFile; what is found, in PSDicom.Core.Tests.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $number = 0
    function New-TestFolder {
        $script:number++
        (New-Item -ItemType Directory (Join-Path $TestDrive "identity$script:number")).FullName
    }
}

Describe 'Test-DicomIdentity' {
    BeforeEach {
        $folder = New-TestFolder
        $in = (New-Item -ItemType Directory (Join-Path $folder in)).FullName
        $file = Join-Path $in one.dcm
        $second = Join-Path $in two.dcm
        New-DicomTestFile $file @{ '00080018' = 'UI', '1.2.5.17'; '00080060' = 'CS', 'CT'; '00100010' = 'PN', 'Miller^Jane'; '00100020' = 'LO', 'HU-4711'; '00080020' = 'DA', '20200301' }
        New-DicomTestFile $second @{ '00080018' = 'UI', '1.2.5.18'; '00080060' = 'CS', 'CT'; '00100010' = 'PN', 'Weaver^Bill'; '00100020' = 'LO', 'HU-4712'; '00080020' = 'DA', '20200302' }
        $out = Join-Path $folder out
        $leak = Join-Path $folder leak.dcm
        New-DicomTestFile $leak @{ '00080018' = 'UI', '2.25.1'; '00081030' = 'LO', 'Head of miller'; '00100020' = 'LO', 'P-1' }
    }

    It 'compares each copy of Protect-DicomFile with its source' {
        $results = Protect-DicomFile $in $out -Recurse | Test-DicomIdentity
        $results | Should -BeOfType ([PSDicom.IdentityTestResult])
        $results.Clean | Should -Be $true, $true
        $results.Reference | Sort-Object | Should -Be $file, $second
        $results.FullName | Should -Be (Get-ChildItem $out -Recurse -File | Sort-Object { $results.FullName.IndexOf($_.FullName) }).FullName
    }

    It 'says what is left and where, and never the value' {
        $result = Test-DicomIdentity $leak $file
        $result.Clean, $result.Reference | Should -Be $false, $file
        $result.Count | Should -Be $result.Found.Count
        $found = $result.Found | Where-Object Kind -EQ Name
        $found.Kind, $found.ReferenceTag, $found.TagPath, $found.Place | Should -Be Name, PatientName, StudyDescription, Element
        $result | ConvertTo-Json -Depth 4 | Should -Not -Match 'miller|4711'
        $result | Out-String -Width 200 | Should -Match 'Clean +Count +Kinds +FullName'
        $result.Found | Out-String -Width 200 | Should -Match 'Kind +ReferenceTag +Place +Offset +TagPath'
    }

    It 'searches a folder for the values of all files of another' {
        $null = Protect-DicomFile $in $out -Recurse
        Copy-Item -LiteralPath $leak (Join-Path $out leak.dcm)
        Set-Content -LiteralPath (Join-Path $out list.csv) -Value 'name;id', 'x;HU-4712'
        $results = Test-DicomIdentity -Reference $in -Path $out -Recurse
        $results.Count | Should -Be 4
        $bad = $results | Where-Object Clean -EQ $false | Sort-Object FullName
        Split-Path $bad.FullName -Leaf | Should -Be leak.dcm, list.csv
        $bad.Reference | Should -Be $file, $second
        Test-DicomIdentity $out $in -Recurse -Quiet | Sort-Object | Should -Be $false, $false, $true, $true
    }

    It 'takes options for what may be left' {
        New-DicomTestFile $leak @{ '00080018' = 'UI', '2.25.1'; '00080020' = 'DA', '20200301' }
        Test-DicomIdentity $leak $file -Quiet | Should -BeFalse
        Test-DicomIdentity $leak $file -Quiet -Retain FullDates, Uids -Clean Descriptors -AllowUnlisted | Should -BeTrue
        Test-DicomIdentity $leak $file -Quiet -Retain ModifiedDates | Should -BeFalse
    }

    It 'searches for the old values of a table' {
        $saved = Join-Path $folder saved
        $null = Protect-DicomFile $in $out -Recurse -SaveMap $saved -WarningAction SilentlyContinue
        $tables = Join-Path $saved '*.csv'
        Test-DicomIdentity $out -Recurse -Reference $tables -Quiet | Should -Be $true, $true
        (Test-DicomIdentity $second -Reference $tables).Found.Kind | Sort-Object -Unique | Should -Be Identifier, Uid
    }

    It 'is an error without a reference that can be read' {
        { Test-DicomIdentity $leak (Join-Path $folder nothing.dcm) -ErrorAction SilentlyContinue } | Should -Throw -ErrorId 'ConflictingParameters,*'
        { Test-DicomIdentity (Join-Path $folder nothing.dcm) $file -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,*'
        $results = Test-DicomIdentity $leak $file, (Join-Path $folder nothing.dcm) -ErrorVariable failed -ErrorAction SilentlyContinue
        $results.Clean | Should -BeFalse
        $failed.FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }
}
