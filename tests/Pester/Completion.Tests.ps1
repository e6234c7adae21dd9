BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    function Get-Completion([string] $Text) {
        (TabExpansion2 $Text).CompletionMatches
    }
}

Describe 'Completion of -Tag' {
    It 'completes keywords that begin with what is written' -ForEach 'Get-DicomTag', 'Get-DicomFile' {
        (Get-Completion "$_ x -Tag PatientNa").CompletionText | Should -Be PatientName
    }

    It 'does so whatever the case, in a list, and by position' {
        (Get-Completion 'Get-DicomTag x -Tag patientna').CompletionText | Should -Be PatientName
        (Get-Completion 'Get-DicomTag x -Tag Modality, PatientNa').CompletionText | Should -Be PatientName
        (Get-Completion 'Get-DicomTag x PatientNa').CompletionText | Should -Be PatientName
    }

    It 'shows tag, VR, VM and name' {
        (Get-Completion 'Get-DicomTag x -Tag PatientNa').ToolTip | Should -Be "(0010,0010) PN 1 Patient's Name"
        (Get-Completion 'Get-DicomTag x -Tag SmallestImagePixelV').ToolTip[0] | Should -Be '(0028,0106) US/SS 1 Smallest Image Pixel Value'
    }

    It 'completes wildcards' {
        $names = (Get-Completion 'Get-DicomTag x -Tag *InstanceUID').CompletionText
        $names | Should -Contain SeriesInstanceUID
        $names | Should -Contain StudyInstanceUID
        $names | Should -Not -Contain SOPClassUID
    }

    It 'falls back on keywords that contain it' {
        (Get-Completion 'Get-DicomTag x -Tag NameOfPhysiciansR').CompletionText | Should -Contain NameOfPhysiciansReadingStudy
        (Get-Completion 'Get-DicomTag x -Tag tientNa').CompletionText | Should -Contain PatientName
        (Get-Completion 'Get-DicomTag x -Tag PatientNa').CompletionText | Should -Not -Contain OtherPatientNames
    }

    It 'completes the last step of a path' {
        (Get-Completion 'Get-DicomTag x -Tag RequestAttributesSequence[0].ScheduledProcedureStepI').CompletionText |
            Should -Be 'RequestAttributesSequence[0].ScheduledProcedureStepID'
    }

    It 'keeps quotes' {
        (Get-Completion "Get-DicomTag x -Tag 'PatientNa").CompletionText | Should -Be "'PatientName'"
    }

    It 'offers what is retired last' {
        $matches0 = Get-Completion 'Get-DicomTag x -Tag Patient'
        $retired = @($matches0.ToolTip -like '*(retired)')
        $retired.Count | Should -BeGreaterThan 0
        $matches0[-1].ToolTip | Should -BeLike '*(retired)'
        $matches0[0].ToolTip | Should -Not -BeLike '*(retired)'
    }

    It 'offers every keyword for nothing' {
        (Get-Completion 'Get-DicomTag x -Tag ').Count | Should -BeGreaterThan 5000
    }
}

Describe 'Completion of -CharacterSet' {
    It 'offers the defined terms, quoted' {
        (Get-Completion 'Get-DicomTag x -CharacterSet ISO_IR').CompletionText | Should -Contain "'ISO_IR 100'"
        (Get-Completion "Get-DicomTag x -CharacterSet 'GB").CompletionText | Should -Contain "'GB18030'"
    }
}

Describe 'Completion of properties' {
    It 'offers the elements of a file' {
        $path = Join-Path $TestDrive a.dcm
        New-DicomTestFile $path @{ '00100010' = 'PN', 'Doe^Jane' }
        $global:dicomTestFile = Get-DicomFile $path
        try {
            (Get-Completion '$global:dicomTestFile.Pat').CompletionText | Should -Be PatientName
        }
        finally {
            Remove-Variable dicomTestFile -Scope Global
        }
    }
}
