# Elements are properties named by their keywords.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folder = Join-Path $TestDrive adapter
    $path = Join-Path $folder '1.dcm'
    New-DicomTestFile $path @{
        '00080008' = 'CS', 'ORIGINAL\PRIMARY'
        '00080020' = 'DA', '20240131'
        '00080030' = 'TM', '101112'
        '00080060' = 'CS', 'CT'
        '00090010' = 'LO', 'ACME 1.0'
        '00091001' = 'LO', 'secret'
        '00081140' = 'SQ', @{ '00081155' = 'UI', '1.2.3' }, @{ '00081155' = 'UI', '1.2.4'; '00081140' = 'SQ', @{ '00081155' = 'UI', '1.9' } }
        '00100010' = 'PN', 'Doe^Jane'
        '00200013' = 'IS', '7'
        '00280009' = 'US', 4
        '00280030' = 'DS', '0.5\0.25'
        '60000010' = 'US', 16
        '60020010' = 'US', 32
        '7FE00010' = 'OB', [byte[]]::new(100000)
    }
    $numbers = 3, 1, 2
    $paths = foreach ($number in $numbers) {
        $other = Join-Path $folder "number$number.dcm"
        New-DicomTestFile $other @{ '00080060' = 'CS', $(if ($number -eq 2) { 'MR' } else { 'CT' }); '00200013' = 'IS', "$number" }
        $other
    }
    $file = Get-DicomFile $path
    $module = Join-Path $root 'PSDicom.psd1'
}

Describe 'Properties of a DicomFile' {
    It 'are typed' {
        $file.PatientName | Should -BeOfType ([string])
        $file.StudyDate | Should -BeOfType ([datetime])
        $file.StudyTime | Should -BeOfType ([timespan])
        $file.InstanceNumber | Should -BeOfType ([long])
        , $file.PixelSpacing | Should -BeOfType ([double[]])
        $file.PixelSpacing[1] | Should -Be 0.25
        $file.ImageType | Should -Be ORIGINAL, PRIMARY
    }

    It 'are found whatever their case' {
        $file.patientname | Should -Be 'Doe^Jane'
    }

    It 'lead into sequences' {
        $file.ReferencedImageSequence.Count | Should -Be 2
        $file.ReferencedImageSequence[0] | Should -BeOfType ([PSDicom.DicomDataset])
        $file.ReferencedImageSequence[1].ReferencedImageSequence[0].ReferencedSOPInstanceUID | Should -Be 1.9
        $file.ReferencedImageSequence.ReferencedSOPInstanceUID | Should -Be 1.2.3, 1.2.4
    }

    It 'are $null where the element is absent, in strict mode too' {
        Set-StrictMode -Version Latest
        $file.PatientID | Should -BeNullOrEmpty
        { $file.PatientIdentifier } | Should -Throw
    }

    It 'include the file meta information' {
        $file.TransferSyntaxUID | Should -Be 1.2.840.10008.1.2.1
    }

    It 'include those of the class' {
        $file.FullName | Should -Be $path
        $file.Dataset | Should -BeOfType ([PSDicom.DicomDataset])
        $file.FileMeta.MediaStorageSOPInstanceUID | Should -Be 1.2.3.4
        $file.Warnings.Count | Should -Be 0
        $file.Find('0010,0010').RawValue | Should -Be 'Doe^Jane'
        $file.Dataset['PatientName'].RawValue | Should -Be 'Doe^Jane'
    }

    It 'reach private elements by their tag' {
        $file.Dataset[[PSDicom.DicomTag] '0009,1001'].RawValue | Should -Be secret
    }

    It 'have the first of a repeating group' {
        $file.OverlayRows | Should -Be 16
        @($file.PSObject.Properties.Name -eq 'OverlayRows').Count | Should -Be 1
    }

    It 'have bulk values, without listing them' {
        $file.PixelData.Length | Should -Be 100000
        $file.PSObject.Properties.Name | Should -Not -Contain PixelData
    }

    It 'are listed without reading the file again' {
        $gone = Join-Path $folder gone.dcm
        Copy-Item $path $gone
        $read = Get-DicomFile $gone
        Remove-Item $gone
        { $read | Select-Object * | ConvertTo-Csv } | Should -Not -Throw
        { $read | Get-Member | Out-String } | Should -Not -Throw
        # PowerShell turns a property that fails into $null; only a method shows why.
        { $read.Dataset['PixelData'].ReadBytes() } | Should -Throw
    }

    It 'list no private element and no absent one' {
        $names = $file.PSObject.Properties.Name
        $names | Should -Not -Contain ''
        $names | Should -Not -Contain PrivateCreator
        $names | Should -Not -Contain PatientID
        $names | Should -Contain StudyDate
    }

    It 'cannot be set' {
        { $file.PatientName = 'x' } | Should -Throw
    }
}

Describe 'A DicomFile in' {
    It 'Get-Member' {
        $members = $file | Get-Member -MemberType Property
        ($members | Where-Object Name -eq StudyDate).Definition | Should -Be 'System.DateTime StudyDate {get;}'
        $members.Name | Should -Contain FullName
    }

    It 'Where-Object' {
        (Get-DicomFile $paths | Where-Object Modality -eq CT).InstanceNumber | Should -Be 3, 1
        (Get-DicomFile $paths | Where-Object { $_.Modality -eq 'MR' }).InstanceNumber | Should -Be 2
        (Get-DicomFile $paths | Where-Object StudyDate).Count | Should -Be 0
    }

    It 'Select-Object with wildcards' {
        ($file | Select-Object *Date*).StudyDate | Should -Be ([datetime] '2024-01-31')
        ($file | Select-Object PatientName, PatientID).PatientName | Should -Be 'Doe^Jane'
    }

    It 'Sort-Object' {
        (Get-DicomFile $paths | Sort-Object InstanceNumber).InstanceNumber | Should -Be 1, 2, 3
    }

    It 'Group-Object' {
        $groups = Get-DicomFile $paths | Group-Object Modality
        ($groups | Where-Object Name -eq CT).Count | Should -Be 2
    }

    It 'Measure-Object' {
        (Get-DicomFile $paths | Measure-Object InstanceNumber -Maximum).Maximum | Should -Be 3
    }

    It 'Export-Csv' {
        $csv = Join-Path $folder out.csv
        $file | Export-Csv $csv
        $row = Import-Csv $csv
        $row.FullName | Should -Be $path
        $row.TransferSyntax | Should -Be 'Explicit VR Little Endian'
        $row.PatientName | Should -Be 'Doe^Jane'
        $row.ImageType | Should -Be 'ORIGINAL\PRIMARY'
        $row.PixelSpacing | Should -Be '0.5\0.25'
        $row.ReferencedImageSequence | Should -Be '<2 items>'
        $row.PSObject.Properties.Name | Should -Not -Contain Dataset
    }

    It 'ConvertTo-Json' {
        $json = $file | ConvertTo-Json -Depth 6
        $json.Length | Should -BeLessThan 8000
        $back = $json | ConvertFrom-Json
        $back.FullName | Should -Be $path
        $back.PatientName | Should -Be 'Doe^Jane'
        $back.PixelSpacing | Should -Be 0.5, 0.25
        $back.ReferencedImageSequence[1].ReferencedImageSequence[0].ReferencedSOPInstanceUID | Should -Be 1.9
        $back.PSObject.Properties.Name | Should -Not -Contain PixelData
    }

    It 'a job' {
        $back = Start-Job { Import-Module $using:module; Get-DicomFile $using:path } | Receive-Job -Wait -AutoRemoveJob
        $back.FullName | Should -Be $path
        $back.StudyDate | Should -Be ([datetime] '2024-01-31')
        $back.PixelSpacing | Should -Be 0.5, 0.25
        "$($back.TransferSyntax)" | Should -Be 'Explicit VR Little Endian'
        $back.ReferencedImageSequence[1].ReferencedImageSequence[0].ReferencedSOPInstanceUID | Should -Be 1.9
        ($back | Select-Object PixelSpacing | ConvertTo-Csv)[-1] | Should -Be '"0.5\0.25"'
        $back | Out-String -Width 150 | Should -Match 'CT +Doe\^Jane +2024-01-31'
    }

    It 'a table' {
        $view = $file | Out-String -Width 150
        $view | Should -Match 'Modality +PatientName +StudyDate +Series +Instance +Length +FullName'
        $view | Should -Match 'CT +Doe\^Jane +2024-01-31 +7 +\d+ '
    }

    It 'a list' {
        $file | Format-List | Out-String | Should -Match 'PixelSpacing +: \{0\.5, 0\.25\}'
    }
}

Describe 'Properties of an item' {
    It 'print as a list' {
        $file.ReferencedImageSequence[1] | Format-List | Out-String | Should -Match 'ReferencedSOPInstanceUID +: 1\.2\.4'
    }

    It 'complete' {
        $item = $file.ReferencedImageSequence[1]
        $item | Should -Not -BeNullOrEmpty
        $global:dicomTestItem = $item
        try {
            (TabExpansion2 '$global:dicomTestItem.Ref').CompletionMatches.CompletionText |
                Should -Be ReferencedImageSequence, ReferencedSOPInstanceUID
        }
        finally {
            Remove-Variable dicomTestItem -Scope Global
        }
    }
}

Describe 'A tag as a value' {
    It 'prints as its numbers' {
        ($file.FrameIncrementPointer, [PSDicom.DicomTag] '0018,1063' | Out-String).Trim() | Should -BeLike '*(0018,1063)'
    }
}
