@{
    # Windows PowerShell 5.1 is the Desktop edition, PowerShell 7 the Core edition.
    RootModule             = if ($PSEdition -eq 'Core') { 'PSDicom/bin/net8.0/PSDicom.dll' }
                             else { 'PSDicom/bin/netstandard2.0/PSDicom.dll' }
    ModuleVersion          = '0.1.0'
    GUID                   = '21e56fc9-a3ad-4a54-9517-e98a3a5529c0'
    Author                 = 'The PSDicom authors'
    CompanyName            = 'The PSDicom authors'
    Copyright              = 'Copyright (c) The PSDicom authors. MIT license.'
    Description            = 'Reads DICOM files as pipeline objects: the headers of a whole share, tags by name, frames as numbers and pictures, series as volumes.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = 'Desktop', 'Core'
    CmdletsToExport        = 'Convert-DicomFile', 'Copy-DicomFile', 'Export-DicomFrame', 'Export-DicomPage', 'Export-DicomVolume',
                             'Get-DicomFile', 'Get-DicomFrame', 'Get-DicomFrameCount', 'Get-DicomSeries', 'Get-DicomStudy', 'Get-DicomTag',
                             'Measure-DicomFrame', 'Move-DicomFile', 'Protect-DicomFile', 'Remove-DicomTag', 'Set-DicomTag', 'Show-DicomFrame',
                             'Test-DicomFile', 'Test-DicomIdentity'
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    NestedModules          = 'PSDicom/PSDicom.Check.psm1', 'PSDicom/PSDicom.Types.psd1'
    FormatsToProcess       = 'PSDicom/PSDicom.Format.ps1xml'
    PrivateData            = @{
        PSData = @{
            Tags         = 'DICOM', 'MedicalImaging', 'Radiology', 'PACS', 'Imaging', 'Healthcare',
                           'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://github.com/PSDicom/PSDicom'
            # Until the tests have run in Windows PowerShell 5.1 itself.
            Prerelease   = 'preview1'
            ReleaseNotes = 'The first version. A preview: what is for Windows PowerShell 5.1 has not run there yet. CHANGELOG.md in the module has more.'
        }
    }
}
