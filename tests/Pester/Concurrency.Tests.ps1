# The same files read and exported many times at once, and with calls that are stopped.

BeforeDiscovery {
    $isCore = $PSEdition -eq 'Core'
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    $paths = foreach ($number in 1..40) {
        $path = Join-Path $TestDrive "files/$number.dcm"
        $elements = New-PixelElement -Frames ($number % 3 + 1)
        $elements['00100020'] = 'LO', "P$number"
        New-DicomTestFile $path $elements
        $path
    }
    [System.IO.File]::WriteAllText((Join-Path $TestDrive 'files/text.dcm'), 'no DICOM')
    $paths += Join-Path $TestDrive 'files/text.dcm'

    # The whole output of a run, as one text.
    $read = {
        param($paths)
        $failures = $null
        $rows = @(
            Get-DicomTag $paths -Tag PatientID, Rows -ErrorAction SilentlyContinue -ErrorVariable failures | ForEach-Object { "$($_.FullName) $($_.Keyword) $($_.Value)" }
            $failures.FullyQualifiedErrorId
            Get-DicomFile $paths -ErrorAction SilentlyContinue | ForEach-Object { "$($_.FullName) $($_.PatientID)" }
            Get-DicomFrameCount $paths -ErrorAction SilentlyContinue | ForEach-Object { "$($_.FullName) $($_.FrameCount)" }
            Get-DicomFrame $paths -ErrorAction SilentlyContinue | ForEach-Object { "$($_.Frame) $($_.Mean) $($_.Rows)" }
        )
        $rows -join "`n"
    }
    $expected = & $read $paths

    function Get-FolderHash([string] $Folder) {
        (Get-ChildItem -LiteralPath $Folder -File -Force | Sort-Object Name | ForEach-Object { "$($_.Name) $((Get-FileHash -LiteralPath $_.FullName).Hash)" }) -join "`n"
    }
}

Describe 'Many at once' {
    It 'is a single run that has results to compare with' {
        ($expected -split "`n").Count | Should -BeGreaterThan 200
        $expected | Should -Match 'NotDicom,'
    }

    It 'reads the same in ForEach-Object -Parallel' -Skip:(-not $isCore) {
        $text = "$read"
        $all = 1..8 | ForEach-Object -ThrottleLimit 8 -Parallel {
            Import-Module $using:module
            & ([scriptblock]::Create($using:text)) $using:paths
        }
        $all.Count | Should -Be 8
        $all | Where-Object { $_ -ne $expected } | Should -BeNullOrEmpty
    }

    It 'reads the same in a pool of runspaces' {
        $state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
        $null = $state.ImportPSModule($module)
        $pool = [runspacefactory]::CreateRunspacePool(1, 6, $state, $Host)
        $pool.Open()
        $runs = foreach ($number in 1..18) {
            $shell = [powershell]::Create()
            $shell.RunspacePool = $pool
            $null = $shell.AddScript("$read").AddArgument($paths)
            [pscustomobject]@{ Shell = $shell; Running = $shell.BeginInvoke() }
        }
        foreach ($run in $runs) {
            $run.Shell.EndInvoke($run.Running) | Should -Be $expected
            $run.Shell.Dispose()
        }
        $pool.Dispose()
    }

    It 'reads the same in jobs' {
        $jobs = 1..3 | ForEach-Object {
            Start-Job { Import-Module $using:module; & ([scriptblock]::Create($using:read)) $using:paths }
        }
        $all = $jobs | Receive-Job -Wait -AutoRemoveJob
        $all.Count | Should -Be 3
        $all | Where-Object { $_ -ne $expected } | Should -BeNullOrEmpty
    }

    It 'exports the same, each picture once and whole, where all write to one folder' -Skip:(-not $isCore) {
        $alone = Join-Path $TestDrive alone
        $together = Join-Path $TestDrive together
        $null = Export-DicomFrame $paths -Destination $alone -ErrorAction SilentlyContinue
        $errors = 1..6 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $using:module
            $failures = $null
            $null = Export-DicomFrame $using:paths -Destination $using:together -Force:($_ % 2) -ErrorAction SilentlyContinue -ErrorVariable failures
            $failures.FullyQualifiedErrorId
        }
        Get-FolderHash $together | Should -Be (Get-FolderHash $alone)
        $errors | Where-Object { $_ -notmatch '^(TargetExists|NotDicom),' } | Should -BeNullOrEmpty
    }
}

Describe 'Stopping at any moment' {
    It 'ends at once and leaves nothing behind, 50 times for each cmdlet' {
        $random = [Random]::new(7)
        $out = Join-Path $TestDrive stopped
        # With the module, so that what is stopped is a cmdlet and not the import.
        $state = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
        $null = $state.ImportPSModule($module)
        $pool = [runspacefactory]::CreateRunspacePool(1, 2, $state, $Host)
        $pool.Open()
        $scripts = @(
            'while ($true) { Get-DicomFile $paths -ErrorAction SilentlyContinue }'
            'while ($true) { Get-DicomTag $paths -Tag PatientID -ErrorAction SilentlyContinue }'
            'while ($true) { $paths | Get-DicomFrameCount -ErrorAction SilentlyContinue }'
            'while ($true) { $paths | Get-DicomFrame -ErrorAction SilentlyContinue }'
            'while ($true) { Export-DicomFrame $paths -Destination $out -Force -ErrorAction SilentlyContinue }'
            'while ($true) { $paths | Export-DicomFrame -Destination $out -Force -ErrorAction SilentlyContinue }'
        )
        foreach ($number in 0..299) {
            $shell = [powershell]::Create()
            $shell.RunspacePool = $pool
            $null = $shell.AddScript('param($paths, $out) ' + $scripts[$number % $scripts.Count]).AddArgument($paths).AddArgument($out)
            $null = $shell.BeginInvoke()
            Start-Sleep -Milliseconds $random.Next(0, 80)
            $stopping = $shell.BeginStop($null, $null)
            $stopping.AsyncWaitHandle.WaitOne(300000) | Should -BeTrue
            $shell.InvocationStateInfo.State | Should -Be Stopped
            $shell.Dispose()
        }
        $pool.Dispose()
        if (Test-Path $out) { Get-ChildItem $out -Force | Where-Object Extension -ne '.png' | Should -BeNullOrEmpty }
        & $read $paths | Should -Be $expected
    }
}

Describe 'The module in the middle of a session' {
    It 'reads the same after it was removed and imported again' {
        foreach ($number in 1..5) {
            Remove-Module PSDicom
            Get-Command Get-DicomFile -ErrorAction Ignore -Module PSDicom | Should -BeNullOrEmpty
            Import-Module $module
            & $read $paths | Should -Be $expected
        }
    }

    It 'reads the same after it was imported again by force' {
        $before = Get-DicomFile $paths[0]
        foreach ($number in 1..5) {
            Import-Module $module -Force
            & $read $paths | Should -Be $expected
        }
        # Objects read before are unchanged.
        $before.PatientID | Should -Be P1
        ($before | Get-DicomTag -Tag PatientID).Value | Should -Be P1
    }

    It 'goes on reading while it is removed' {
        # The keyword properties disappear with the module; the objects stay.
        $given = Get-DicomFile $paths -ErrorAction SilentlyContinue | ForEach-Object {
            if ($_.PatientID -eq 'P2') { Remove-Module PSDicom }
            $_.FullName
        }
        Import-Module $module
        $given | Should -Be $paths[0..39]
    }

    It 'goes on exporting while it is removed' {
        $out = Join-Path $TestDrive removed
        $given = Export-DicomFrame $paths -Destination $out -ErrorAction SilentlyContinue | ForEach-Object {
            if ($_.FullName -like '*2.png') { Remove-Module PSDicom -ErrorAction Ignore }
            $_.FullName
        }
        Import-Module $module
        $given.Count | Should -Be 80
        (Get-ChildItem $out -Force).FullName | Sort-Object | Should -Be ($given | Sort-Object)
    }

    It 'goes on in one runspace while it is removed and imported in another' {
        $shells = foreach ($number in 1..3) {
            $shell = [powershell]::Create()
            $null = $shell.AddScript("param(`$module, `$paths) Import-Module `$module; foreach (`$number in 1..4) { & { $read } `$paths }")
            $null = $shell.AddArgument($module).AddArgument($paths)
            [pscustomobject]@{ Shell = $shell; Running = $shell.BeginInvoke() }
        }
        $removed = 0
        do {
            Remove-Module PSDicom
            Import-Module $module
            $removed++
        } while (@($shells | Where-Object { -not $_.Running.IsCompleted }).Count -gt 0 -and $removed -lt 2000)
        foreach ($run in $shells) {
            $results = $run.Shell.EndInvoke($run.Running)
            $results.Count | Should -Be 4
            $results | Where-Object { $_ -ne $expected } | Should -BeNullOrEmpty
            $run.Shell.Dispose()
        }
        $removed | Should -BeGreaterThan 1
    }
}
