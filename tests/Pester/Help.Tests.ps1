# The help of every cmdlet is complete, and every example in it runs.

BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force

    # Parameters that PowerShell adds to every cmdlet are in about_CommonParameters.
    $common = [System.Management.Automation.Cmdlet]::CommonParameters
    $cmdlets = foreach ($command in Get-Command -Module PSDicom -CommandType Cmdlet) {
        $help = Get-Help $command.Name -Full
        $number = 0
        @{
            Name           = $command.Name
            Help           = $help
            ParameterSets  = $command.ParameterSets.Count
            ParameterNames = @($command.Parameters.Values |
                Where-Object { $_.Name -notin $common -and -not $_.Attributes.Where({ $_.DontShow }) } |
                ForEach-Object { @{ Name = $command.Name; Parameter = $_.Name } })
            Examples       = @($help.examples.example | Where-Object { $_ } |
                ForEach-Object { @{ Number = ++$number; Title = ($_.title -replace '^-+ Example \d+: | -+$'); Code = $_.code } })
        }
    }
}

Describe 'Help of <Name>' -ForEach $cmdlets {
    It 'has a synopsis' {
        $Help.Synopsis | Should -Not -BeNullOrEmpty
        # Without a help file Get-Help shows the syntax in its place.
        $Help.Synopsis.Trim().StartsWith($Name) | Should -BeFalse
    }

    It 'has a description' {
        $Help.description.Text | Should -Not -BeNullOrEmpty
    }

    It 'shows the syntax of every parameter set' {
        @($Help.syntax.syntaxItem).Count | Should -Be $ParameterSets
    }

    It 'says what comes out' {
        $Help.returnValues.returnValue.type.name | Should -Not -BeNullOrEmpty
    }

    It 'describes -<Parameter>' -ForEach $ParameterNames {
        (Get-Help $Name -Parameter $Parameter).description.Text | Should -Not -BeNullOrEmpty
    }

    It 'has three examples' {
        $Examples.Count | Should -BeGreaterOrEqual 3
    }
}

Describe 'Example of <Name>' -ForEach $cmdlets {
    BeforeAll {
        $samples = @(Get-ChildItem -LiteralPath (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'samples') -Filter *.dcm -Recurse -File)
        if ($samples.Count -eq 0) { throw 'There are no sample files to run the examples on.' }

        # The names of files and folders in an example: words that end with .dcm or have a separator, without wildcards.
        function Get-PathInExample([string] $Code) {
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
            $constants = $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] }, $true).Value
            $constants | Where-Object { $_ -match '\.dcm$|[\\/]' -and $_ -notmatch '[*?]' } | Select-Object -Unique
        }

        # Makes a folder with samples under every name that the example uses, and returns the example adapted to it: with a folder
        # instead of a share or drive.
        function Initialize-ExampleFolder([string] $Code, [string] $Folder) {
            $null = New-Item -ItemType Directory -Path $Folder
            $samples | Copy-Item -Destination $Folder
            if ($Code -match 'files\.csv') {
                $samples | Select-Object @{ Name = 'Path'; Expression = { $_.Name } } |
                    Export-Csv -LiteralPath (Join-Path $Folder files.csv)
            }
            if ($Code -match 'files\.txt') {
                $samples.Name | Set-Content -LiteralPath (Join-Path $Folder files.txt)
            }
            foreach ($path in Get-PathInExample $Code) {
                if ($path -match '^(\\\\|[A-Za-z]:)') {
                    $Code = $Code.Replace($path, './archive')
                    $path = 'archive'
                }
                $target = Join-Path $Folder $path
                if (Test-Path -LiteralPath $target) { continue }
                if ($path -like '*.dcm') {
                    $null = New-Item -ItemType Directory -Path (Split-Path $target) -Force
                    Copy-Item -LiteralPath $samples[0].FullName -Destination $target
                }
                else {
                    $null = New-Item -ItemType Directory -Path $target
                    $samples | Copy-Item -Destination $target
                }
            }
            $Code
        }
    }

    It '<Number> runs: <Title>' -ForEach $Examples {
        $folder = Join-Path $TestDrive "$Name-$Number"
        $runnable = Initialize-ExampleFolder $Code $folder
        Push-Location -LiteralPath $folder
        try {
            $output = & ([scriptblock]::Create($runnable)) 2>&1
        }
        finally {
            Pop-Location
        }
        $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Out-String | Should -BeNullOrEmpty
    }
}

Describe 'about_PSDicom' {
    It 'is found' {
        Get-Help about_PSDicom | Out-String | Should -BeLike '*DICOM*'
    }
}

Describe 'about_PSDicom_Series' {
    It 'is found, and tells what each problem is' {
        $text = Get-Help about_PSDicom_Series | Out-String
        $problems = [enum]::GetNames([PSDicom.SeriesProblem]) | Where-Object { $_ -ne 'None' }
        $problems.Count | Should -BeGreaterThan 10
        foreach ($problem in $problems) { $text | Should -Match "(?m)^ +$problem +[A-Z]" }
    }
}
