# The types file, which names classes of the assemblies: they are loaded before it.
@{
    ModuleVersion      = '1.0'
    GUID               = '6c4dd8ff-5c52-4c86-8f7c-6d1d4f2bb6a1'
    RequiredAssemblies = if ($PSEdition -eq 'Core') { 'bin/net8.0/PSDicom.Core.dll', 'bin/net8.0/PSDicom.dll' }
                         else { 'bin/netstandard2.0/PSDicom.Core.dll', 'bin/netstandard2.0/PSDicom.dll' }
    TypesToProcess     = 'PSDicom.Types.ps1xml', 'PSDicom.Keywords.Types.ps1xml'
    CmdletsToExport    = @()
    FunctionsToExport  = @()
    AliasesToExport    = @()
    VariablesToExport  = @()
}
