# Output pipes into commands that take files, and means exactly its file, whatever its name.

BeforeDiscovery {
    # Each with a sibling file that its name would match as a wildcard, or that has a similar name.
    $names = @(
        @{ Name = 'scan[1].dcm'; Sibling = 'scan1.dcm' }
        @{ Name = '[a-c].dcm'; Sibling = 'b.dcm' }
        @{ Name = '[].dcm'; Sibling = '.dcm' }
        @{ Name = 'back`tick.dcm'; Sibling = 'backtick.dcm' }
        @{ Name = 'back``tick`[1`].dcm'; Sibling = 'back`tick[1].dcm' }
        @{ Name = 'two  spaces .dcm'; Sibling = 'two spaces.dcm' }
        @{ Name = ' first.dcm'; Sibling = 'first.dcm' }
        @{ Name = "it's.dcm"; Sibling = 'its.dcm' }
        @{ Name = '$home & (1); %20 #1 @x {2} !.dcm'; Sibling = 'home.dcm' }
        @{ Name = '~.dcm'; Sibling = '~x.dcm' }
        @{ Name = '-Force.dcm'; Sibling = 'Force.dcm' }
        @{ Name = ([string]::new([char[]] (0x5C71, 0x7530, 0xFC, 0x2019, 0xD83D, 0xDE00)) + '.dcm'); Sibling = 'u.dcm' }
        @{ Name = 'IM0001'; Sibling = 'IM000' }
    )
    if ($PSVersionTable.PSVersion.Major -ge 6 -and -not $IsWindows) {
        $names += @(
            @{ Name = 'all*.dcm'; Sibling = 'all1.dcm' }
            @{ Name = '*'; Sibling = 'x' }
            @{ Name = 'one?.dcm'; Sibling = 'one1.dcm' }
            @{ Name = 'a"b.dcm'; Sibling = 'ab.dcm' }
            @{ Name = 'time 12:30:01.dcm'; Sibling = 'time.dcm' }
            @{ Name = 'a::b.dcm'; Sibling = 'b.dcm' }
            @{ Name = "two`nlines.dcm"; Sibling = 'two.dcm' }
            @{ Name = 'a|b<c>.dcm'; Sibling = 'abc.dcm' }
        )
    }
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $folders = 0
    function New-TestFolder {
        $script:folders++
        $path = Join-Path $TestDrive "objects$script:folders"
        $null = [System.IO.Directory]::CreateDirectory($path)
        $path
    }

    # A folder with the file and its sibling, which have different patients.
    function New-TestPair([string] $Name, [string] $Sibling) {
        $folder = New-TestFolder
        foreach ($file in $Name, $Sibling) {
            $elements = New-PixelElement
            $elements['00080060'] = 'CS', 'OT'
            $elements['00100020'] = 'LO', $(if ($file -ceq $Name) { 'wanted' } else { 'other' })
            New-DicomTestFile ([System.IO.Path]::Combine($folder, $file)) $elements
        }
        $folder
    }

    function Get-NameIn([string] $Folder) {
        [System.IO.Directory]::GetFileSystemEntries($Folder) | ForEach-Object { [System.IO.Path]::GetFileName($_) }
    }

    # Every output type, for the intended file.
    $makers = [ordered]@{
        DicomFile = { param($Folder) Get-DicomFile $Folder -Recurse | Where-Object PatientID -eq wanted }
        'DicomFile with -Tag' = { param($Folder) Get-DicomFile $Folder -Recurse -Tag PatientID | Where-Object PatientID -eq wanted }
        DicomTagValue = { param($Folder) Get-DicomTag $Folder -Recurse -Tag PatientID | Where-Object Value -eq wanted }
        DicomFrameCount = { param($Folder) Get-DicomFile $Folder -Recurse | Where-Object PatientID -eq wanted | Get-DicomFrameCount }
        DicomFrame = { param($Folder) Get-DicomFile $Folder -Recurse | Where-Object PatientID -eq wanted | Get-DicomFrame }
        FrameMeasurement = { param($Folder) Get-DicomFile $Folder -Recurse | Where-Object PatientID -eq wanted | Measure-DicomFrame }
    }
}

Describe 'Objects of <Name>' -ForEach $names {
    It 'pipe into Remove-Item' {
        foreach ($kind in $makers.Keys) {
            $folder = New-TestPair $Name $Sibling
            & $makers[$kind] $folder | Remove-Item -ErrorAction Stop
            Get-NameIn $folder | Should -BeExactly $Sibling -Because $kind
        }
    }

    It 'pipe into Copy-Item, Move-Item, Get-Item, Get-Content and Get-FileHash' {
        foreach ($kind in $makers.Keys) {
            $folder = New-TestPair $Name $Sibling
            $file = [System.IO.Path]::Combine($folder, $Name)
            $object = & $makers[$kind] $folder
            ($object | Get-Item -Force -ErrorAction Stop).FullName | Should -BeExactly $file -Because $kind
            # PowerShell takes a path with :: for one of a provider, even a literal one.
            $hash = (Get-FileHash -InputStream ([System.IO.MemoryStream]::new([System.IO.File]::ReadAllBytes($file)))).Hash
            ($object | Get-FileHash -ErrorAction Stop).Hash | Should -Be $hash -Because $kind
            ($object | Get-Content -Raw -ErrorAction Stop) | Should -Match 'wanted' -Because $kind

            $copies, $moved = (New-TestFolder), (New-TestFolder)
            $object | Copy-Item -Destination $copies -ErrorAction Stop
            Get-NameIn $copies | Should -BeExactly $Name -Because $kind
            $object | Move-Item -Destination $moved -ErrorAction Stop
            Get-NameIn $moved | Should -BeExactly $Name -Because $kind
            Get-NameIn $folder | Should -BeExactly $Sibling -Because $kind
        }
    }

    # The program that opens files, xdg-open, is replaced here.
    It 'pipe into Invoke-Item' -Skip:($PSEdition -eq 'Desktop' -or -not $IsLinux) {
        $folder, $opener, $opened = (New-TestPair $Name $Sibling), (New-TestFolder), (New-TestFolder)
        $file = [System.IO.Path]::Combine($folder, $Name)
        Set-Content "$opener/xdg-open" "#!/bin/sh`nprintf %s `"`$1`" > '$opened'/`$`$.part && mv '$opened'/`$`$.part '$opened'/`$`$"
        chmod +x "$opener/xdg-open"
        $path = $env:PATH
        $env:PATH = "${opener}:$path"
        try {
            foreach ($kind in $makers.Keys) { & $makers[$kind] $folder | Invoke-Item -ErrorAction Stop }
        }
        finally {
            $env:PATH = $path
        }
        $end = [datetime]::UtcNow.AddSeconds(60)
        while (@(Get-ChildItem $opened -Exclude *.part).Count -lt $makers.Count -and [datetime]::UtcNow -lt $end) { Start-Sleep -Milliseconds 20 }
        $paths = @(Get-ChildItem $opened | ForEach-Object { [System.IO.File]::ReadAllText($_.FullName) })
        $paths.Count | Should -Be $makers.Count
        $paths | Sort-Object -Unique -CaseSensitive | Should -BeExactly $file
    }

    It 'pipe into the cmdlets of the module' {
        $folder = New-TestPair $Name $Sibling
        $file = [System.IO.Path]::Combine($folder, $Name)
        foreach ($kind in $makers.Keys) {
            $object = & $makers[$kind] $folder
            ($object | Get-DicomFile -ErrorAction Stop).FullName | Should -BeExactly $file -Because $kind
            ($object | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be wanted -Because $kind
            ($object | Get-DicomFrameCount -ErrorAction Stop).FullName | Should -BeExactly $file -Because $kind
            ($object | Get-DicomFrame -ErrorAction Stop).FullName | Should -BeExactly $file -Because $kind
            ($object | Export-DicomFrame -Destination (New-TestFolder) -ErrorAction Stop).Source | Should -BeExactly $file -Because $kind
        }
    }

    It 'do so after Export-Clixml and Export-Csv' {
        foreach ($kind in $makers.Keys) {
            $folder = New-TestPair $Name $Sibling
            $object = & $makers[$kind] $folder
            $list = Join-Path (New-TestFolder) list
            $object | Export-Clixml "$list.xml"
            $object | Export-Csv "$list.csv" -NoTypeInformation -Encoding utf8
            (Import-Clixml "$list.xml" | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be wanted -Because $kind
            (Import-Csv "$list.csv" -Encoding utf8 | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be wanted -Because $kind
            (Import-Clixml "$list.xml" | Get-Item -Force -ErrorAction Stop).Name | Should -BeExactly $Name -Because $kind
            Import-Csv "$list.csv" -Encoding utf8 | Remove-Item -ErrorAction Stop
            Get-NameIn $folder | Should -BeExactly $Sibling -Because $kind
        }
    }

    It 'are the only ones that a list of names with this column means: <_>' -ForEach 'Path', 'FullName', 'File', 'FilePath', 'LiteralPath' {
        $folder = New-TestPair $Name $Sibling
        $row = [pscustomobject]@{ $_ = [System.IO.Path]::Combine($folder, $Name) } | ConvertTo-Csv | ConvertFrom-Csv
        ($row | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be wanted
    }
}

Describe 'A folder of all these names' -ForEach @(@{ AllNames = $names }) {
    It 'loses exactly the files that are meant' {
        $folder = New-TestFolder
        foreach ($pair in $AllNames) {
            foreach ($file in $pair.Name, $pair.Sibling) {
                $modality = if ($file -ceq $pair.Name) { 'CT' } else { 'MR' }
                New-DicomTestFile ([System.IO.Path]::Combine($folder, $file)) @{ '00080060' = 'CS', $modality }
            }
        }
        # The same name may be one pair's file and another's sibling: what was written last counts.
        $left = @(Get-DicomFile $folder -Recurse | Where-Object Modality -eq MR).Count
        Push-Location $folder
        try {
            Get-DicomFile . -Recurse | Where-Object Modality -eq CT | Remove-Item -ErrorAction Stop
        }
        finally {
            Pop-Location
        }
        $rest = @(Get-DicomFile $folder -Recurse)
        $rest.Modality | Sort-Object -Unique | Should -Be MR
        $rest.Count | Should -Be $left
    }
}

Describe 'Output types' {
    BeforeAll {
        $folder = New-TestPair 'x[1].dcm' 'x1.dcm'
        $objects = foreach ($kind in $makers.Keys) { & $makers[$kind] $folder }
        $picture = Get-DicomFile $folder -Recurse | Where-Object PatientID -eq wanted | Export-DicomFrame -Destination (New-TestFolder) -NameTemplate 'p'
        $objects += $picture
    }

    It 'have FullName and PSPath as Get-ChildItem has them, and no Path' {
        foreach ($object in $objects) {
            $item = Get-Item -LiteralPath $object.FullName
            $object.PSPath | Should -BeExactly $item.PSPath
            $names = $object.PSObject.Properties.Name
            $names | Should -Contain FullName
            $names | Should -Contain PSPath
            'Path', 'LiteralPath', 'FilePath', 'File' | ForEach-Object { $names | Should -Not -Contain $_ }
        }
    }

    It 'have no property that a command takes for another parameter' {
        # Bound by name from the pipeline, in the commands that should take these objects.
        $taken = 'Remove-Item', 'Copy-Item', 'Move-Item', 'Get-Item', 'Get-Content', 'Get-FileHash', 'Invoke-Item' | ForEach-Object {
            (Get-Command $_).Parameters.Values | Where-Object {
                $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName }
            } | ForEach-Object { $_.Name; $_.Aliases }
        } | Where-Object { $_ -notin 'LiteralPath', 'PSPath', 'LP' } | Sort-Object -Unique
        foreach ($object in $objects) { $object.PSObject.Properties.Name | Where-Object { $_ -in $taken } | Should -BeNullOrEmpty }
        $taken | Where-Object { [PSDicom.DicomDictionary]::Keywords -contains $_ } | Should -BeNullOrEmpty
    }

    It 'pipe a picture into what takes files' {
        ($picture | Get-Item).FullName | Should -Be $picture.FullName
        $picture | Export-Csv (Join-Path $TestDrive p.csv)
        Import-Csv (Join-Path $TestDrive p.csv) | Remove-Item -ErrorAction Stop
        Test-Path -LiteralPath $picture.FullName | Should -BeFalse
    }

    It 'do so out of a job' {
        $back = Start-Job { Import-Module $using:module; Get-DicomFile $using:folder -Recurse; Get-DicomTag $using:folder -Recurse -Tag PatientID } |
            Receive-Job -Wait -AutoRemoveJob | Where-Object { 'wanted' -in $_.PatientID, $_.Value }
        $back.Count | Should -Be 2
        ($back | Get-Item -ErrorAction Stop).Name | Should -Be 'x[1].dcm', 'x[1].dcm'
        ($back | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be wanted, wanted
    }
}

Describe 'A view' {
    It 'has labels that are properties of what it shows' {
        $objects = foreach ($kind in 'DicomFile', 'DicomTagValue', 'DicomFrameCount', 'DicomFrame', 'FrameMeasurement') { & $makers[$kind] (New-TestPair 'a.dcm' 'b.dcm') }
        $series = Get-DicomSeries $objects[0].FullName
        $objects += $series, $series.Stacks[0], $series.Files[0], $series.Frames[0], (Get-DicomStudy $objects[0].FullName)
        $objects += Export-DicomPage $objects[0].FullName (Join-Path (New-TestFolder) page.html)
        $objects += Export-DicomFrame $objects[0].FullName -Destination (New-TestFolder)
        $null = Export-DicomFrame $objects[0].FullName $objects[-1].FullName -SkipExisting -InformationVariable passed -WarningAction SilentlyContinue
        $objects += $passed.MessageData
        $slice = Join-Path (New-TestFolder) 'slice.dcm'
        New-DicomTestFile $slice ((New-PixelElement) + @{ '00200032' = 'DS', '0\0\0'; '00200037' = 'DS', '1\0\0\0\1\0'; '00280030' = 'DS', '1\1' })
        $objects += Export-DicomVolume $slice -Destination (New-TestFolder) -WarningAction SilentlyContinue
        $objects += Copy-DicomFile $slice (New-TestFolder)
        $objects += @(Test-DicomFile $slice)[0]
        $objects += Test-DicomFile $slice -Summary
        $objects += Set-DicomTag $slice -Tag PatientID -Value 4711 -Destination (New-TestFolder)
        $objects += Convert-DicomFile $slice -TransferSyntax RLELossless -Destination (New-TestFolder)
        $objects += Protect-DicomFile $slice -Destination (New-TestFolder) -AllowBurnedIn -WarningAction SilentlyContinue
        $objects += Protect-DicomFile $slice -Review
        $objects += Test-DicomIdentity $slice -Reference $slice
        $objects += $objects[-1].Found[0]
        [xml] $views = Get-Content (Join-Path $root 'PSDicom/PSDicom.Format.ps1xml') -Raw
        $checked = 0
        foreach ($view in $views.Configuration.ViewDefinitions.View | Where-Object TableControl) {
            $object = $objects | Where-Object { $_.PSObject.TypeNames[0] -in $view.ViewSelectedBy.TypeName }
            $object | Should -Not -BeNullOrEmpty -Because $view.Name
            $copy = $object | ForEach-Object { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) }
            $labels = @($view.TableControl.TableHeaders.TableColumnHeader.Label)
            if ($view.GroupBy) { $labels += $view.GroupBy.Label }
            foreach ($label in $labels) {
                $object.PSObject.Properties[$label] | Should -Not -BeNullOrEmpty -Because "$($view.Name) shows $label"
                if ($copy.PSObject.TypeNames[0] -eq 'Deserialized.PSDicom.DicomFile' -and -not $copy.PSObject.Properties['SeriesNumber']) { continue }
                $copy.PSObject.Properties[$label] | Should -Not -BeNullOrEmpty -Because "$($view.Name) shows $label of what a job gives"
                $checked++
            }
        }
        $checked | Should -BeGreaterThan 20
    }

    It 'cuts paths at the left and never leaves them out' {
        $folder = New-TestFolder
        $path = [System.IO.Path]::Combine($folder, 'd' * 100, 'last.dcm')
        New-DicomTestFile $path (New-PixelElement)
        Get-DicomFile $path | Out-String -Width 200 | Should -Match 'last\.dcm'
        Get-DicomFile $path -Tag PatientID, Modality | Out-String -Width 200 | Should -Match 'last\.dcm'
        # The usual minimum width of a terminal, and the width without a window.
        $picture = Export-DicomFrame $path ([System.IO.Path]::Combine((New-TestFolder), 'p' * 100, 'last.png'))
        foreach ($object in (Get-DicomFile $path), (Get-DicomFrameCount $path), (Get-DicomFrame $path), $picture) {
            $object | Out-String -Width 80 | Should -Match '\u2026\S*last\.(dcm|png)\s*$'
        }
        Get-DicomFrameCount $path | Out-String -Width 200 | Should -Match 'last\.dcm'
    }
}
