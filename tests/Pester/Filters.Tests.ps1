# Filters by names of UIDs, and by missing and malformed values.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folder = Join-Path $TestDrive filters
    $dates = [ordered]@{ old = '19990101'; new = (Get-Date).ToString('yyyyMMdd', [cultureinfo]::InvariantCulture); empty = ''; text = 'unknown'; wrong = '20241301'; none = $null }
    foreach ($name in $dates.Keys) {
        $elements = New-PixelElement
        $elements['00080016'] = 'UI', '1.2.840.10008.5.1.4.1.1.2'
        $elements['00080060'] = 'CS', 'CT'
        if ($null -ne $dates[$name]) { $elements['00080020'] = 'DA', $dates[$name] }
        $elements['00200013'] = 'IS', $(switch ($name) { old { '10' } new { '9' } text { 'x' } default { '' } })
        New-DicomTestFile (Join-Path $folder "$name.dcm") $elements
    }
    function Get-Leaf { $input | ForEach-Object { [System.IO.Path]::GetFileNameWithoutExtension($_.FullName) } | Sort-Object }
    $file = Get-DicomFile (Join-Path $folder old.dcm)
    $count = $file | Get-DicomFrameCount
}

Describe 'A transfer syntax' {
    It 'equals its name, its UID and its keyword' -ForEach 'Explicit VR Little Endian', '1.2.840.10008.1.2.1', 'ExplicitVRLittleEndian', 'explicit vr little endian' {
        $file.TransferSyntax -eq $_ | Should -BeTrue
        $count.TransferSyntax -eq $_ | Should -BeTrue
        $file.TransferSyntax -ne $_ | Should -BeFalse
        @($file.TransferSyntax) -contains $_ | Should -BeTrue
        @(Get-DicomFile $folder -Recurse | Where-Object TransferSyntax -eq $_).Count | Should -Be 6
        @(Get-DicomFile $folder -Recurse -Tag Modality | Where-Object TransferSyntax -eq $_).Count | Should -Be 6
        @(Get-DicomFrameCount $folder -Recurse | Where-Object TransferSyntax -eq $_).Count | Should -Be 6
    }

    It 'equals no other' -ForEach 'Implicit VR Little Endian', '1.2.840.10008.1.2', '', 'Explicit', 'CT Image Storage' {
        $file.TransferSyntax -eq $_ | Should -BeFalse
        $count.TransferSyntax -eq $_ | Should -BeFalse
    }

    It 'is like its name, and one of names' {
        $file.TransferSyntax -like '*Little Endian' | Should -BeTrue
        $file.TransferSyntax -in 'Implicit VR Little Endian', 'Explicit VR Little Endian' | Should -BeTrue
        (Get-DicomFile $folder -Recurse | Group-Object TransferSyntax).Name | Should -Be 'Explicit VR Little Endian'
    }

    It 'is its name in another process' {
        $text = [System.Management.Automation.PSSerializer]::Serialize($count)
        [System.Management.Automation.PSSerializer]::Deserialize($text).TransferSyntax -eq 'Explicit VR Little Endian' | Should -BeTrue
    }
}

Describe 'A UID' {
    It 'has a name as SOPClass' -ForEach 'CT Image Storage', 'CTImageStorage', '1.2.840.10008.5.1.4.1.1.2' {
        $file.SOPClass -eq $_ | Should -BeTrue
        @(Get-DicomFile $folder -Recurse | Where-Object SOPClass -eq $_).Count | Should -Be 6
    }

    It 'is shown by its name' {
        "$($file.SOPClass)" | Should -Be 'CT Image Storage'
        ($file | ConvertTo-Csv | ConvertFrom-Csv).SOPClass | Should -Be 'CT Image Storage'
        $row = Get-DicomTag $file.FullName -Tag SOPClassUID
        $row.Value, $row.UIDName | Should -Be '1.2.840.10008.5.1.4.1.1.2', 'CT Image Storage'
        $row | Out-String -Width 200 | Should -Match '1\.2\.840\.10008\.5\.1\.4\.1\.1\.2 \(CT Image Storage\)'
        (Get-DicomTag $file.FullName -Tag SOPInstanceUID).UIDName | Should -BeNullOrEmpty
    }

    It 'is named by a cast' {
        ([PSDicom.DicomUID] $file.SOPClassUID).Name | Should -Be 'CT Image Storage'
        ([PSDicom.DicomUID] 'MRImageStorage').Value | Should -Be 1.2.840.10008.5.1.4.1.1.4
        ([PSDicom.DicomUID] '1.2.3').ToString() | Should -Be 1.2.3
    }
}

Describe 'A filter by date' {
    It 'finds what has a date, with the guard of the README' {
        $limit = (Get-Date).AddYears(-10)
        Get-DicomFile $folder -Recurse -Tag StudyDate | Where-Object { $_.StudyDate -is [datetime] -and $_.StudyDate -lt $limit } | Get-Leaf | Should -Be old
        Get-DicomFile $folder -Recurse -Tag StudyDate | Where-Object { $_.StudyDate -is [datetime] -and $_.StudyDate -gt $limit } | Get-Leaf | Should -Be new
    }

    It 'distinguishes malformed and missing values' {
        Get-DicomTag $folder -Recurse -Tag StudyDate | Where-Object IsMalformed | Get-Leaf | Should -Be text, wrong
        Get-DicomTag $folder -Recurse -Tag StudyDate -IncludeMissing | Where-Object { $null -eq $_.Value } | Get-Leaf | Should -Be empty, none
        Get-DicomTag $folder -Recurse -Tag StudyDate -IncludeMissing | Where-Object Exists -eq $false | Get-Leaf | Should -Be none
        (Get-DicomTag (Join-Path $folder text.dcm) -Tag InstanceNumber).IsMalformed | Should -BeTrue
        Get-DicomTag (Join-Path $folder old.dcm) | Where-Object IsMalformed | Should -BeNullOrEmpty
    }

    It 'sorts numbers as numbers, with the guard of the README' {
        (Get-DicomFile $folder -Recurse | Sort-Object { $_.InstanceNumber -as [int] } | Where-Object { $_.InstanceNumber -is [long] }).InstanceNumber |
            Should -Be 9, 10
    }
}

Describe 'The labels of a view' {
    It 'can be typed in a filter' {
        @(Get-DicomFile $folder -Recurse | Where-Object Instance -eq 10).Count | Should -Be 1
        @(Get-DicomFrameCount $folder -Recurse | Where-Object Photometric -eq MONOCHROME2).Count | Should -Be 6
        @(Get-DicomFrame $file.FullName | Where-Object Photometric -eq MONOCHROME2).Count | Should -Be 1
        $file.PSObject.Properties.Name | Should -Not -Contain Instance
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($file))
        $back.Instance | Should -Be 10
    }
}
