BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $path = Join-Path $TestDrive 'tags.dcm'
    New-DicomTestFile $path @{
        '00080008' = 'CS', 'ORIGINAL\PRIMARY\AXIAL'
        '00080020' = 'DA', '20240131'
        '00080050' = 'SH', ''
        '00080060' = 'CS', 'CT'
        '00081140' = 'SQ', @{ '00081155' = 'UI', '1.2.3' }, @{ '00081155' = 'UI', '1.2.4'; '00081150' = 'UI', '1.2.840.10008.5.1.4.1.1.2' }
        '00090010' = 'LO', 'SIEMENS CT VA0 COAD'
        '00100010' = 'PN', 'Doe^Jane'
        '00104000' = 'LT', "first line`r`n$([char] 27)[31msecond line"
        '00280030' = 'DS', '0.5\0.25'
        '7FE00010' = 'OB', [byte[]]::new(100000)
    }
}

Describe 'Get-DicomTag' {
    It 'gives every element, in the order of the tags' {
        $rows = Get-DicomTag $path
        $rows | ForEach-Object { $_ | Should -BeOfType ([PSDicom.DicomTagValue]) }
        $rows.Tag | Should -Be ($rows.Tag | Sort-Object)
        $rows.Tag | Should -Contain '(0002,0010)'
        $rows.Tag | Should -Contain '(7FE0,0010)'
        $rows.Depth | Sort-Object -Unique | Should -Be 0
    }

    It 'gives the nested ones with -Nested' {
        $rows = Get-DicomTag $path -Nested
        ($rows | Where-Object Depth -eq 1).TagPath | Should -Be @(
            'ReferencedImageSequence[0].ReferencedSOPInstanceUID'
            'ReferencedImageSequence[1].ReferencedSOPClassUID'
            'ReferencedImageSequence[1].ReferencedSOPInstanceUID'
        )
    }

    It 'gives rows until their paths are far longer than the file, and goes on with the next file' {
        $deep = Join-Path $TestDrive 'deep.dcm'
        $inner = [byte[]] (0..2999 | ForEach-Object { 0x10, 0, ($_ -band 255), (0x10 + ($_ -shr 8)), 0x4C, 0x4F, 0, 0 })
        foreach ($level in 1..500) {
            $item = [byte[]] (0xFE, 0xFF, 0, 0xE0) + [BitConverter]::GetBytes([uint] $inner.Length) + $inner
            $inner = [byte[]] (0x40, 0, 0x30, 0xA7, 0x53, 0x51, 0, 0) + [BitConverter]::GetBytes([uint] $item.Length) + $item
        }

        New-DicomTestFile $deep @{}
        $bytes = [IO.File]::ReadAllBytes($deep) + $inner
        [IO.File]::WriteAllBytes($deep, $bytes)
        $rows = Get-DicomTag $deep, $path -Nested -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.FullyQualifiedErrorId | Should -Be 'PathsTooLong,PSDicom.Commands.GetDicomTagCommand'
        $errors.TargetObject | Should -Be $deep
        ($rows | Where-Object FullName -EQ $deep).Count | Should -BeGreaterThan 500
        ($rows | Where-Object FullName -EQ $path).Count | Should -BeGreaterThan 10
        (Get-DicomTag $deep -Nested | Select-Object -First 3).Count | Should -Be 3
    }

    It 'describes the element' {
        $row = Get-DicomTag $path -Tag PixelSpacing
        $row.FullName | Should -Be $path
        $row.Tag | Should -Be '(0028,0030)'
        $row.Keyword | Should -Be PixelSpacing
        $row.Name | Should -Be 'Pixel Spacing'
        $row.VR | Should -Be DS
        $row.VM | Should -Be 2
        $row.Value | Should -Be 0.5, 0.25
        $row.RawValue | Should -Be '0.5\0.25'
        $row.TagPath | Should -Be PixelSpacing
        $row.IsPrivate | Should -BeFalse
        $row.Exists | Should -BeTrue
    }

    It 'finds an element named <_>' -ForEach 'PatientName', 'patientname', '(0010,0010)', '0010,0010', '00100010' {
        (Get-DicomTag $path -Tag $_).Value | Should -Be 'Doe^Jane'
    }

    It 'finds all that a wildcard matches' {
        (Get-DicomTag $path -Tag Patient*).Keyword | Should -Be PatientName, PatientComments
    }

    It 'finds an element by its path' {
        (Get-DicomTag $path -Tag 'ReferencedImageSequence[1].ReferencedSOPInstanceUID').Value | Should -Be 1.2.4
        (Get-DicomTag $path -Tag 'ReferencedImageSequence[*].ReferencedSOPInstanceUID').Value | Should -Be 1.2.3, 1.2.4
    }

    It 'takes the path of each element for its name' {
        foreach ($row in Get-DicomTag $path -Nested) {
            (Get-DicomTag $path -Tag $row.TagPath).RawValue | Should -Be $row.RawValue
        }
    }

    It 'takes -Tag at the second position, and as -Keyword' {
        (Get-DicomTag $path Modality).Value | Should -Be CT
        (Get-DicomTag $path -Keyword Modality).Value | Should -Be CT
    }

    It 'gives nothing for what is absent' {
        Get-DicomTag $path -Tag PatientID -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'gives an object for what is absent with -IncludeMissing' {
        $row = Get-DicomTag $path -Tag PatientID, Modality -IncludeMissing
        $row.Count | Should -Be 2
        $row[0].Keyword | Should -Be PatientID
        $row[0].Exists | Should -BeFalse
        $row[0].Value | Should -BeNullOrEmpty
        $row[1].Exists | Should -BeTrue
    }

    It 'gives $null for what is empty' {
        $row = Get-DicomTag $path -Tag AccessionNumber
        $row.Exists | Should -BeTrue
        $null -eq $row.Value | Should -BeTrue
    }

    It 'ends at a tag that does not exist' {
        { Get-DicomTag $path -Tag PatientNam -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'UnknownTag,PSDicom.Commands.GetDicomTagCommand' -ExpectedMessage '*PatientName*'
    }

    It 'ends at a path that is invalid' {
        { Get-DicomTag $path -Tag 'ReferencedImageSequence[' -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'InvalidTagPath,PSDicom.Commands.GetDicomTagCommand'
    }

    It 'reads from a DicomFile' {
        (Get-DicomFile $path | Get-DicomTag -Tag StudyDate).Value | Should -Be ([datetime] '2024-01-31')
    }

    It 'decodes a DicomFile by -CharacterSet' {
        $old = Join-Path $TestDrive greek.dcm
        New-DicomTestFile $old @{ '00080005' = 'CS', 'ISO_IR 100'; '00100010' = 'PN', [byte[]] (0xC1, 0xC2) }
        (Get-DicomFile $old | Get-DicomTag -Tag PatientName -CharacterSet 'ISO_IR 126').Value |
            Should -BeExactly ([string]::new([char[]] (0x0391, 0x0392)))
    }

    It 'gives bulk bytes when used' {
        (Get-DicomTag $path -Tag PixelData).Value.Length | Should -Be 100000
    }

    It 'has its own error ids' {
        $null = Get-DicomTag (Join-Path $TestDrive nothing.dcm) -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -Be 'FileNotFound,PSDicom.Commands.GetDicomTagCommand'
    }
}

Describe 'Rows elsewhere' {
    It 'fills the cells of a CSV file' {
        $csv = Get-DicomTag $path -Tag PixelSpacing, ReferencedImageSequence, PixelData | ConvertTo-Csv | ConvertFrom-Csv
        $csv.Value | Should -Be '0.5\0.25', '<2 items>', '<100000 bytes>'
        $csv[0].Tag | Should -Be '(0028,0030)'
        $csv[0].PSObject.Properties.Name |
            Should -Be FullName, PSPath, Tag, Keyword, Name, VR, VM, Value, RawValue, UIDName, TagPath, IsPrivate, IsMalformed, Exists, Depth
    }

    It 'fills a CSV file after Select-Object' {
        (Get-DicomTag $path -Tag ImageType | Select-Object Value | ConvertTo-Csv | ConvertFrom-Csv).Value |
            Should -Be 'ORIGINAL\PRIMARY\AXIAL'
    }

    It 'goes to JSON' {
        $json = Get-DicomTag $path -Tag PixelSpacing, ReferencedImageSequence | ConvertTo-Json -Depth 4
        $json.Length | Should -BeLessThan 2000
        $rows = $json | ConvertFrom-Json
        $rows[0].Tag | Should -Be '(0028,0030)'
        $rows[0].Value | Should -Be 0.5, 0.25
        $rows[1].RawValue | Should -Be '<2 items>'
    }

    It 'comes back from a job' {
        $module = Join-Path $root 'PSDicom.psd1'
        $rows = Start-Job { Import-Module $using:module; Get-DicomTag $using:path -Tag PixelSpacing, StudyDate } | Receive-Job -Wait -AutoRemoveJob
        $rows.Keyword | Should -Be PixelSpacing, StudyDate
        $rows[0].Value | Should -Be 0.5, 0.25
        $rows[1].Value | Should -Be ([datetime] '2024-01-31')
        $rows | Out-String | Should -BeLike '*(0028,0030) DS PixelSpacing*'
    }
}

Describe 'View' {
    BeforeAll {
        $view = (Get-DicomTag $path -Nested | Out-String -Width 100) -split '\r?\n'
    }

    It 'groups by file' {
        $view | Should -Contain "   FullName: $path"
    }

    It 'shows tag, VR, keyword and value' {
        $view -match '^\(0008,0008\) CS ImageType +ORIGINAL\\PRIMARY\\AXIAL' | Should -Not -BeNullOrEmpty
    }

    It 'indents what is nested' {
        $view -match '^\(0008,1155\) UI   ReferencedSOPInstanceUID +1\.2\.3' | Should -Not -BeNullOrEmpty
    }

    It 'counts items and bytes' {
        $view -match '^\(0008,1140\) SQ ReferencedImageSequence +<2 items>' | Should -Not -BeNullOrEmpty
        $view -match '^\(7FE0,0010\) OB PixelData +<100000 bytes>' | Should -Not -BeNullOrEmpty
    }

    It 'keeps a text in one line and control characters from the terminal' {
        $view -match '^\(0010,4000\) LT PatientComments +first line +<U\+001B>\[31msecond line' | Should -Not -BeNullOrEmpty
    }

    It 'marks missing elements' {
        Get-DicomTag $path -Tag PatientID -IncludeMissing | Out-String | Should -BeLike '*PatientID*(not in the file)*'
    }
}
