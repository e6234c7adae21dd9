# No value, view or output depends on the culture.

BeforeDiscovery {
    # Cultures with another calendar, other signs and separators of numbers, other case rules.
    $cultures = 'th-TH', 'ar-SA', 'fa-IR', 'tr-TR', 'de-DE'
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folder = Join-Path $TestDrive culture
    $path = Join-Path $folder 'image.dcm'
    $elements = New-PixelElement
    $elements += @{
        '00080020' = 'DA', '20240131'
        '0008002A' = 'DT', '20240131101112.5+0130'
        '00080030' = 'TM', '101112.25'
        '00080060' = 'CS', 'CT'
        '00100010' = 'PN', 'Doe^Jane'
        '00100020' = 'LO', 'A1'
        '00180050' = 'DS', '-1.5'
        '00200013' = 'IS', '-7'
        '00280030' = 'DS', '0.5\-0.25'
        '00281050' = 'DS', '1.5'
        '00281051' = 'DS', '2.25'
    }
    New-DicomTestFile $path $elements

    function Invoke-In([string] $Culture, [scriptblock] $Script) {
        $before = [System.Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $Culture
            & $Script
        }
        finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $before
        }
    }

    # The whole output of the module, as text.
    $everything = {
        $tags = 'StudyDate', 'AcquisitionDateTime', 'StudyTime', 'SliceThickness', 'InstanceNumber', 'PixelSpacing'
        Get-DicomFile $path | Out-String -Width 150
        Get-DicomFile $path -Tag $tags | Out-String -Width 150
        Get-DicomFile $path -TAG STUDYID, PATIENTID, instancenumber | Out-String -Width 150
        Get-DicomFile $path | ConvertTo-Csv
        Get-DicomFile $path -Tag $tags | ConvertTo-Csv
        Get-DicomFile $path | Select-Object StudyDate, AcquisitionDateTime, StudyTime, InstanceNumber | Format-Table | Out-String -Width 150
        Get-DicomTag $path | Out-String -Width 150
        Get-DicomTag $path | ConvertTo-Csv
        Get-DicomTag $path -Tag 'PATIENTID', 'patient*', '0028,0030' | ConvertTo-Csv
        Get-DicomFrameCount $path | Out-String -Width 150
        Get-DicomFrameCount $path | ConvertTo-Csv
        Get-DicomFrame $path -Rescaled | Out-String -Width 150
        Get-DicomFrame $path -Rescaled | ConvertTo-Csv
        Export-DicomFrame $path -Destination (Join-Path $folder out) -WindowCenter 1.5 -WindowWidth 2.25 -Force `
            -NameTemplate '{StudyDate:yyyy-MM-dd}_{INSTANCENUMBER:000}_{SliceThickness:0.00}_{AcquisitionDateTime:dddd MMMM}' | ForEach-Object {
            $_ | Out-String -Width 150
            $_ | ConvertTo-Csv
        }
        (Get-DicomFile $path).StudyDate.Year
        (Get-DicomFile $path).SliceThickness
        try { Get-DicomTag $path -Tag PATIENTIDD } catch { "$_" }
    }
    $expected = (Invoke-In 'en-US' $everything) -join "`n"
}

Describe 'In <_>' -ForEach $cultures {
    BeforeAll {
        $culture = $_
    }

    It 'the culture is one that writes dates or numbers in its own way' {
        # Without cultures the shell would test nothing.
        Invoke-In $culture { ([datetime] '2024-01-31').ToString() } | Should -Not -Be (Invoke-In 'en-US' { ([datetime] '2024-01-31').ToString() })
    }

    It 'all is shown and written as elsewhere' {
        (Invoke-In $culture $everything) -join "`n" | Should -BeExactly $expected
    }
}

Describe 'Dates' {
    It 'are ISO in every view and in CSV' {
        $expected | Should -Match 'CT +Doe\^Jane +2024-01-31 '
        $expected | Should -Match '"2024-01-31","2024-01-31T10:11:12\.5\+01:30","10:11:12\.2500000","-1\.5","-7","0\.5\\-0\.25"'
        $expected | Should -Not -Match '01/31/2024|31\.01\.2024'
        (Get-DicomFile $path | Select-Object StudyDate | Format-List | Out-String).Trim() | Should -Be 'StudyDate : 2024-01-31'
    }

    It 'are dates to scripts' {
        $file = Get-DicomFile $path
        $file.StudyDate | Should -BeOfType ([datetime])
        $file.StudyDate.AddDays(1).Day | Should -Be 1
        $file.StudyDate -lt (Get-Date) | Should -BeTrue
        (Get-Date) -gt $file.StudyDate | Should -BeTrue
        ($file.StudyDate - [datetime] '2024-01-30').Days | Should -Be 1
        $file.StudyDate.ToString('yyyyMMdd', [cultureinfo]::InvariantCulture) | Should -Be 20240131
        '{0:yyyy-MM}' -f $file.StudyDate | Should -Be 2024-01
        $file.SliceThickness * 2 | Should -Be -3
        $file.InstanceNumber + 1 | Should -Be -6
        ($file | ConvertTo-Json -Depth 1 | ConvertFrom-Json).SliceThickness | Should -Be -1.5
    }
}
