BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    # A new folder with three files, in folders and with odd names, and one that is not DICOM.
    function New-Dump {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        New-DicomTestFile (Join-Path $folder 'a[1]/x [1].dcm') @{ '00080018' = 'UI', '1.2.1'; '00100020' = 'LO', 'P1'; '00200013' = 'IS', 1 }
        New-DicomTestFile (Join-Path $folder 'a[1]/y ü.dcm') @{ '00080018' = 'UI', '1.2.2'; '00100020' = 'LO', 'P1'; '00200013' = 'IS', 2 }
        New-DicomTestFile (Join-Path $folder 'IM3') @{ '00080018' = 'UI', '1.2.3'; '00100020' = 'LO', 'P/2'; '00200013' = 'IS', 3 }
        [System.IO.File]::WriteAllText((Join-Path $folder 'readme.txt'), 'no image')
        $folder
    }

    function New-Out { Join-Path $TestDrive ([guid]::NewGuid()) }

    function Get-Name([string] $Folder) {
        Get-ChildItem -LiteralPath $Folder -Recurse -File | ForEach-Object { $_.FullName.Substring($Folder.Length + 1).Replace('\', '/') } | Sort-Object
    }

    function Get-Sum([string[]] $Folder) { (Get-ChildItem -LiteralPath $Folder -Recurse -File | Get-FileHash).Hash | Sort-Object }
}

Describe '<_>-DicomFile' -ForEach Copy, Move {
    BeforeAll {
        $verb = $_
        $done = if ($verb -eq 'Copy') { 'Copied' } else { 'Moved' }
    }

    It 'sorts a dump by a template' {
        $dump, $out = (New-Dump), (New-Out)
        $before = Get-Sum $dump
        $results = & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -NameTemplate '{PatientID}/{InstanceNumber:000}' -Confirm:$false -ErrorAction Stop
        $results | Should -BeOfType ([PSDicom.DicomFileCopy])
        $results.Status | Should -Be $done, $done, $done
        Get-Name $out | Should -Be 'P_2/003.dcm', 'P1/001.dcm', 'P1/002.dcm'
        $results[0].Source | Should -Be (Join-Path $dump IM3)
        (Get-Item -LiteralPath $results[0].PSPath).Length | Should -Be $results[0].Length
        if ($verb -eq 'Copy') { Get-Sum $dump | Should -Be $before }
        else { Get-Name $dump | Should -Be 'readme.txt' }
        Get-Sum $out | Should -Be ($before | Where-Object { $_ -ne (Get-FileHash -LiteralPath (Join-Path $dump readme.txt)).Hash })
    }

    It 'changes files on their way, and names them by the new values' {
        $dump, $out = (New-Dump), (New-Out)
        $table = Join-Path $TestDrive 'ids.csv'
        Set-Content -LiteralPath $table -Value 'PatientID,NewPatientID', 'P1,4711'
        $call = @{ LiteralPath = $dump; Recurse = $true; Destination = $out; NameTemplate = '{PatientID}/{InstanceNumber}'; Confirm = $false }
        $results = & "$verb-DicomFile" @call -Map $table -SkipUnmapped -Property @{ StudyID = { "S$($_.InstanceNumber)" } } -ErrorAction Stop
        $results.Status | Should -Be $done, $done
        Get-Name $out | Should -Be '4711/1.dcm', '4711/2.dcm'
        (Get-DicomFile -LiteralPath $out -Recurse).StudyID | Should -Be 'S1', 'S2'
        $results[0].Tags | Should -BeLike '*PatientID*'
        ($results[0].Changes | Where-Object TagPath -eq PatientID).NewValue | Should -Be 4711
        Get-Name $dump | Should -HaveCount $(if ($verb -eq 'Copy') { 4 } else { 2 })
        { & "$verb-DicomFile" @call -Tag StudyDate -Value '31.02.2020' -ErrorAction Stop } | Should -Throw
        { & "$verb-DicomFile" @call -Tag StudyDate -ErrorAction Stop } | Should -Throw '*-Value*'
        $problem = $null
        & "$verb-DicomFile" @call -Map $table -ErrorVariable problem -ErrorAction SilentlyContinue | Out-Null
        @($problem.FullyQualifiedErrorId -like 'NotInMap,*') | Should -HaveCount 1
    }

    It 'keeps the folders below the searched one' {
        $dump, $out = (New-Dump), (New-Out)
        $null = & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -Confirm:$false
        Get-Name $out | Should -Be 'a[1]/x [1].dcm', 'a[1]/y ü.dcm', 'IM3'
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'what Get-ChildItem gives'; Get = { Get-ChildItem -LiteralPath $dump -Recurse -File -Filter *.dcm } }
        @{ Name = 'what Get-DicomFile gives'; Get = { Get-DicomFile -LiteralPath (Join-Path $dump 'a[1]') -Recurse } }
        @{ Name = 'files of which little was read'; Get = { Get-DicomFile -LiteralPath (Join-Path $dump 'a[1]') -Recurse -Tag Modality } }
        @{ Name = 'a series'; Get = { Get-DicomSeries -LiteralPath (Join-Path $dump 'a[1]') -Recurse } }
    ) {
        $dump, $out = (New-Dump), (New-Out)
        $results = @(& $Get | & "$verb-DicomFile" -Destination $out -NameTemplate '{PatientID}_{BaseName}' -Confirm:$false -ErrorAction Stop)
        $results.Count | Should -Be 2
        Get-Name $out | Should -Be 'P1_x _1_.dcm', 'P1_y ü.dcm'
    }

    It 'reports what is already there, and an error where other bytes are' {
        $dump, $out = (New-Dump), (New-Out)
        Copy-Item -LiteralPath $dump -Destination $out -Recurse
        (& "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -Confirm:$false).Status | Should -Be AlreadyThere, AlreadyThere, AlreadyThere
        Get-Name $dump | Should -HaveCount 4
        New-DicomTestFile (Join-Path $out IM3) @{ '00100020' = 'LO', 'other' }
        $null = & "$verb-DicomFile" (Join-Path $dump IM3) $out -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem | Should -HaveCount 1
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'TargetExists,*'
        "$($problem[0])" | Should -BeLike "*$dump*$out*"
        (& "$verb-DicomFile" (Join-Path $dump IM3) $out -Force -Confirm:$false).Status | Should -Be $done
    }

    It 'gives two sources of one name an error that names both' {
        $dump, $out = (New-Dump), (New-Out)
        $results = & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -NameTemplate '{PatientID}' -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        $results.Status | Should -Be $done, $done
        $problem | Should -HaveCount 1
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'TargetNotUnique,*'
        "$($problem[0])" | Should -BeLike '*x `[1`].dcm*y ü.dcm*{*}*'
    }

    It 'does nothing with -WhatIf' {
        $dump, $out = (New-Dump), (New-Out)
        $before = Get-Sum $dump
        & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $out | Should -BeFalse
        Get-Sum $dump | Should -Be $before
        $null = & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -NameTemplate '{PatientID}' -WhatIf -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem | Should -HaveCount 1
    }

    It 'continues with -SkipExisting' {
        $dump, $out = (New-Dump), (New-Out)
        $null = & "$verb-DicomFile" -LiteralPath (Join-Path $dump IM3) -Destination $out -Confirm:$false
        New-DicomTestFile (Join-Path $dump IM3) @{ '00100020' = 'LO', 'other' }
        $results = & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -SkipExisting -Confirm:$false -WarningVariable told -WarningAction SilentlyContinue
        $results.Status | Should -Be $done, $done
        "$told" | Should -BeLike '*1 file already exists*'
    }

    It 'gives the files with -PassThru' {
        $dump, $out = (New-Dump), (New-Out)
        $files = & "$verb-DicomFile" -LiteralPath $dump -Recurse -Destination $out -PassThru -Confirm:$false
        $files | Should -BeOfType ([PSDicom.DicomFile])
        $files.PatientID | Should -Be 'P/2', 'P1', 'P1'
        $files[0].FullName | Should -Be (Join-Path $out IM3)
    }

    It 'refuses <Call>' -ForEach @(
        @{ Call = '-Destination (Join-Path $dump out)' }
        @{ Call = '-Destination $dump' }
        @{ Call = '-Destination (Join-Path $TestDrive copy.dcm)' }
        @{ Call = '-Destination (New-Out) -NameTemplate "{Frame}"' }
        @{ Call = '-Destination (New-Out) -NameTemplate "{PatientNam}"' }
        @{ Call = '-Destination (New-Out) -NameTemplate "../{PatientID}"' }
        @{ Call = '-Destination (New-Out) -Force -SkipExisting' }
    ) {
        $dump = New-Dump
        $before = Get-Sum $dump
        { Invoke-Expression "$verb-DicomFile -LiteralPath `$dump -Recurse -Confirm:`$false $Call" } | Should -Throw
        Get-Sum $dump | Should -Be $before
    }

    It 'has objects that survive a job' {
        $out = New-Out
        $results = & "$verb-DicomFile" -LiteralPath (New-Dump) -Recurse -Destination $out -Confirm:$false
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($results))
        $back.Status | ForEach-Object { "$_" } | Should -Be $done, $done, $done
        ($back | Get-DicomTag -Tag PatientID).Value | Should -Be 'P/2', 'P1', 'P1'
        ($results | ConvertTo-Csv)[1] | Should -Match ([regex]::Escape($out))
    }

    It 'completes the counter of a template' {
        $line = "$verb-DicomFile -NameTemplate '{Cou"
        (TabExpansion2 $line $line.Length).CompletionMatches.ListItemText | Should -Contain Count
    }
}

Describe 'Copy-DicomFile' {
    It 'numbers files with {Count}' {
        $dump, $out = (New-Dump), (New-Out)
        1, 2 | ForEach-Object { $null = Copy-DicomFile -LiteralPath $dump -Recurse -Destination $out -NameTemplate '{PatientID}_{Count:00}' -ErrorAction Stop }
        Get-Name $out | Should -Be 'P_2_01.dcm', 'P1_01.dcm', 'P1_02.dcm'
    }

    It 'makes hard links' {
        $dump, $out = (New-Dump), (New-Out)
        (Copy-DicomFile -LiteralPath $dump -Recurse -Destination $out -HardLink).Status | Should -Be Linked, Linked, Linked
        Get-Name $out | Should -HaveCount 3
    }

    It 'shows status, size and path' {
        $text = Copy-DicomFile -LiteralPath (Join-Path (New-Dump) IM3) -Destination (New-Out) | Out-String -Width 300
        $text | Should -Match 'Status +Length +FullName'
        $text | Should -Match 'Copied +\d+ .*IM3'
    }
}

Describe 'Move-DicomFile' {
    It 'asks before each file' {
        (Get-Command Move-DicomFile).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $true).ConfirmImpact | Should -Be High
    }

    It 'does not move what a DICOMDIR lists' {
        $dump, $out = (New-Dump), (New-Out)
        New-DicomTestFile (Join-Path $dump DICOMDIR) @{ '00041220' = 'SQ', @{ '00041430' = 'CS', 'IMAGE'; '00041500' = 'CS', 'IM3' } }
        $results = Move-DicomFile (Join-Path $dump IM3) $out -Confirm:$false -WarningVariable told -WarningAction SilentlyContinue
        $results.Status | Should -Be Copied
        "$told" | Should -BeLike '*DICOMDIR*'
        Test-Path -LiteralPath (Join-Path $dump IM3) | Should -BeTrue
    }
}
