# Many servers: their output arrives complete, names its server, and never means files of this computer. The servers are SSH sessions to this
# computer, under different names.

BeforeDiscovery {
    . (Join-Path $PSScriptRoot 'SshServer.ps1')
    $missing = Get-MissingForSsh
    # If nothing may be skipped, starting the server fails; on Windows there is none to start.
    $isSkipped = $missing -and ($env:PSDICOM_TEST_ALL -ne '1' -or $PSEdition -ne 'Core' -or $IsWindows)
    if ($isSkipped) { Write-Warning "Remoting is not tested: $missing" }

    $types = 'DicomFile', 'DicomFile#Tag', 'DicomTagValue', 'DicomFrameCount', 'DicomFrame', 'ExportedFrame', 'ExportedPage', 'FrameMeasurement'
    $own = 'Get-DicomFile', 'Get-DicomTag', 'Get-DicomFrameCount', 'Get-DicomFrame', 'Export-DicomFrame', 'Export-DicomPage', 'Measure-DicomFrame', 'Show-DicomFrame'
    $others = 'Get-Item', 'Get-Content', 'Get-FileHash', 'Copy-Item', 'Move-Item', 'Remove-Item'
    [string[]] $about = Get-Content (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'en-US/about_PSDicom_Remoting.help.txt')
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $module = Join-Path $root 'PSDicom.psd1'
    Import-Module $module -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')
    . (Join-Path $PSScriptRoot 'SshServer.ps1')

    $folder = Join-Path $TestDrive files
    $path = Join-Path $folder '1.dcm'
    $clip = Join-Path $folder clip.dcm
    $text = Join-Path $folder text.dcm
    $elements = (New-PixelElement 2) + @{
        '00080020' = 'DA', '20240131'
        '00080030' = 'TM', '101112'
        '00080060' = 'CS', 'OT'
        '00081140' = 'SQ', @{ '00081155' = 'UI', '1.2.3' }
        '00100020' = 'LO', 'P1'
        '00280030' = 'DS', '0.5\0.25'
    }
    New-DicomTestFile $path $elements
    $elements['00280008'] = 'IS', 5
    New-DicomTestFile $clip $elements
    [System.IO.File]::WriteAllText($text, 'This is no DICOM file.')
    $pictures = Join-Path $TestDrive pictures

    $make = @{
        'DicomFile' = { param($path) Get-DicomFile $path }
        'DicomFile#Tag' = { param($path) Get-DicomFile $path -Tag Modality, Rows, InstanceNumber }
        'DicomTagValue' = { param($path) Get-DicomTag $path -Tag PatientID, PixelSpacing, PatientName -IncludeMissing }
        'DicomFrameCount' = { param($path) Get-DicomFrameCount $path }
        'DicomFrame' = { param($path) Get-DicomFrame $path }
        'FrameMeasurement' = { param($path) Measure-DicomFrame $path -Percentile 50 -Region 0, 0, 1, 1 }
        'ExportedFrame' = { param($path, $pictures) Export-DicomFrame $path -Destination $pictures -Force }
        'ExportedPage' = { param($path, $pictures) Export-DicomPage $path -Destination "$pictures/page.html" -Force }
    }

    # As if it came from a computer of that name.
    function New-ReceivedFile([string] $Computer, [string] $Path) {
        [pscustomobject]@{ PSTypeName = 'Deserialized.PSDicom.DicomFile'; FullName = $Path; PSComputerName = $Computer }
    }
}

Describe 'What came from <Name>' -ForEach @(
    @{ Name = 'another computer'; Computer = 'fs1'; IsHere = $false }
    @{ Name = 'nowhere'; Computer = ''; IsHere = $true }
    @{ Name = 'a job'; Computer = 'localhost'; IsHere = $true }
    @{ Name = 'this computer'; Computer = [Environment]::MachineName; IsHere = $true }
) {
    It 'leads here: <IsHere>' {
        $file = New-ReceivedFile $Computer $path
        $failed = $null
        $value = $file | Get-DicomTag -Tag PatientID -ErrorVariable failed -ErrorAction SilentlyContinue
        $listed = [pscustomobject]@{ PSComputerName = $Computer; Path = $path }
        $rows = @($listed | Get-DicomTag -Tag PatientID -ErrorAction SilentlyContinue) + @(Get-DicomTag $listed -Tag PatientID -ErrorAction SilentlyContinue)
        $item = $file | Get-Item -ErrorAction SilentlyContinue
        if ($IsHere) {
            $value.Value | Should -Be P1
            $rows[0].Value | Should -Be P1
            $item.FullName | Should -Be $path
        }
        else {
            $value, $item, $rows | Should -BeNullOrEmpty
            $failed.FullyQualifiedErrorId | Should -Be 'FileOfOtherComputer,PSDicom.Commands.GetDicomTagCommand'
        }
    }
}

Describe 'A UNC path' {
    It 'is the same on every computer' -Skip:($PSEdition -eq 'Core' -and -not $IsWindows) {
        (New-ReceivedFile fs1 '\\fs1\img\1.dcm').PSPath | Should -Be 'Microsoft.PowerShell.Core\FileSystem::\\fs1\img\1.dcm'
        (New-ReceivedFile fs1 '\\localhost\img\1.dcm').PSPath | Should -BeLike 'file of fs1*'
        (New-ReceivedFile fs1 '\\?\D:\img\1.dcm').PSPath | Should -BeLike 'file of fs1*'
    }

    It 'is none where there are no such paths' -Skip:($PSEdition -eq 'Desktop' -or $IsWindows) {
        (New-ReceivedFile fs1 '\\fs1\img\1.dcm').PSPath | Should -Be 'file of fs1, not of this computer::\\fs1\img\1.dcm'
        (New-ReceivedFile fs1 '//fs1/img/1.dcm').PSPath | Should -BeLike 'file of fs1*'
    }
}

Describe 'Servers over SSH' -ForEach @(@{ Types = $types; Own = $own; Others = $others; About = $about }) -Skip:$isSkipped {
    BeforeAll {
        $missing = Get-MissingForSsh
        if ($missing) { throw $missing }
        $server = Start-SshServer (Join-Path $TestDrive ssh)
        $to = $server.Parameter
        $servers = New-PSSession -HostName fs1, fs2 @to -ErrorAction Stop | Sort-Object ComputerName
        Invoke-Command $servers { Import-Module $using:module }
    }

    AfterAll {
        if ($servers) { Remove-PSSession $servers }
        Stop-SshServer $server
    }

    It 'give every <_> with its properties, its view and its server' -ForEach $Types {
        $here = @(& $make[$_] $path $pictures -WarningAction SilentlyContinue)
        $there = @(Invoke-Command $servers[0] $make[$_] -ArgumentList $path, $pictures) + @(Invoke-Command $servers[1] $make[$_] -ArgumentList $path, $pictures)
        $here.Count | Should -BeGreaterThan 0
        $there.Count | Should -Be (2 * $here.Count)
        for ($i = 0; $i -lt $there.Count; $i++) {
            $object, $model = $there[$i], $here[$i % $here.Count]
            $object.PSComputerName | Should -Be $(if ($i -lt $here.Count) { 'fs1' } else { 'fs2' })
            $object.PSObject.TypeNames[0] | Should -BeExactly "Deserialized.$($model.PSObject.TypeNames[0])"
            $object.PSObject.TypeNames[0] | Should -BeExactly "Deserialized.PSDicom.$_"
            foreach ($property in $model.PSObject.Properties.Name | Where-Object { $_ -ne 'Warnings' }) {
                $object.PSObject.Properties.Name | Should -Contain $property
                if ($property -ne 'PSPath') { "$($object.$property)" | Should -BeExactly "$($model.$property)" -Because $property }
            }
        }

        $labels = ($here | Out-String -Width 150) -split "`n" | Where-Object { $_ -match '^ *\w+( +\w+)* *$' } | Select-Object -First 1
        $view = $there | Out-String -Width 150
        foreach ($label in -split $labels) { $view | Should -Match "\b$label\b" }
        $view | Should -Match '\bPSComputerName\b'
        foreach ($name in 'fs1', 'fs2') { $view | Should -Match "\b$name\b" }
    }

    It 'give values of their types' {
        $file = Invoke-Command $servers[0] { Get-DicomFile $using:path }
        $file.StudyDate | Should -Be ([datetime] '2024-01-31')
        $file.StudyTime | Should -Be ([timespan] '10:11:12')
        $file.PixelSpacing | Should -Be 0.5, 0.25
        $file.ReferencedImageSequence[0].ReferencedSOPInstanceUID | Should -Be 1.2.3
        @($file | Where-Object TransferSyntax -eq 'Explicit VR Little Endian').Count | Should -Be 1
        @(Invoke-Command $servers { Get-DicomFrameCount $using:clip -WarningAction Ignore } | Where-Object Source -eq Counted).Count | Should -Be 2
    }

    It 'say that pixels are not there, instead of $null' {
        $frame = Invoke-Command $servers[0] { Get-DicomFrame $using:path -Frame 1 }
        $said = @(& { $frame.Pixels } 2>&1) -ne $null
        $said | Should -BeOfType ([System.Management.Automation.ErrorRecord])
        "$said" | Should -BeLike "Pixels is not available*'$path'*"
        $frame.PSObject.Properties.Name | Should -Not -Contain Pixels
        (Invoke-Command $servers[0] { (Get-DicomFrame $using:path -Frame 1).Pixels }).Count | Should -Be 4
    }

    It 'give objects that the cmdlets here refuse: <_>' -ForEach $Own {
        $parameter = if ($_ -eq 'Export-DicomFrame') { @{ Destination = Join-Path $TestDrive refused } }
            elseif ($_ -eq 'Export-DicomPage') { @{ Destination = Join-Path $TestDrive refused/page.html } }
            else { @{} }
        foreach ($kind in $make.Keys) {
            $objects = @(Invoke-Command $servers $make[$kind] -ArgumentList $path, $pictures)
            $failed = $null
            $objects | & $_ @parameter -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty -Because $kind
            $failed.Count | Should -Be $objects.Count -Because $kind
            $failed.FullyQualifiedErrorId | ForEach-Object { $_ | Should -BeLike 'FileOfOtherComputer,*' }
            $failed[0].TargetObject | Should -Be $objects[0].FullName
            & $_ $objects[0] @parameter -ErrorVariable +failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty -Because $kind
            & $_ -LiteralPath $objects @parameter -ErrorVariable +failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty -Because $kind
            $failed.FullyQualifiedErrorId | Sort-Object -Unique | Should -Be $failed[0].FullyQualifiedErrorId -Because $kind
            "$($failed[0])" | Should -BeLike "'$($objects[0].FullName)' is a file on $($objects[0].PSComputerName); *Invoke-Command*ForEach-Object FullName."
        }
        Join-Path $TestDrive refused | Should -Not -Exist
    }

    It 'give objects that PowerShell refuses: <_>' -ForEach $Others {
        $command = $_
        $parameter = if ($_ -in 'Copy-Item', 'Move-Item') { @{ Destination = Join-Path $TestDrive refused } } else { @{} }
        foreach ($kind in $make.Keys) {
            $object = Invoke-Command $servers[1] $make[$kind] -ArgumentList $path, $pictures | Select-Object -Last 1
            { $object | & $command @parameter -ErrorAction Stop } | Should -Throw '*file of fs2, not of this computer*' -Because $kind
            $object.FullName | Should -Exist
        }
        Join-Path $TestDrive refused | Should -Not -Exist
    }

    It 'give files and texts that the cmdlets here refuse' {
        $other = Invoke-Command $servers[0] { Get-Item -LiteralPath $using:path; $using:path; , [string[]] ($using:path, $using:clip) }
        $failed = $null
        $other | Get-DicomTag -Tag PatientID -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        foreach ($one in $other) {
            Get-DicomTag $one -Tag PatientID -ErrorVariable +failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-DicomTag -LiteralPath $one -Tag PatientID -ErrorVariable +failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        }
        $failed.Count | Should -Be 12
        $failed.FullyQualifiedErrorId | Sort-Object -Unique | Should -Be 'FileOfOtherComputer,PSDicom.Commands.GetDicomTagCommand'
    }

    It 'are distinguished in CSV and CLIXML' {
        $list = Join-Path $TestDrive list
        foreach ($kind in $make.Keys) {
            Invoke-Command $servers[0] $make[$kind] -ArgumentList $path, $pictures | Select-Object -First 1 | Tee-Object -Variable object | Export-Csv "$list.csv"
            # It reports that the pixels of a frame are missing.
            $object | Export-Clixml "$list.xml" 2> $null
            foreach ($copy in (Import-Csv "$list.csv"), (Import-Clixml "$list.xml")) {
                $failed = $null
                $copy | Get-DicomTag -Tag PatientID -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
                $failed.FullyQualifiedErrorId | Should -BeLike 'FileOfOtherComputer,*' -Because $kind
                "$($failed[0])" | Should -BeLike "'$($object.FullName)' is a file on fs1; *" -Because $kind
                { $copy | Remove-Item -ErrorAction Stop } | Should -Throw '*file of fs1, not of this computer*' -Because $kind
            }
        }
    }

    It 'give paths, which alone are paths of this computer' {
        $file = Invoke-Command $servers[0] { Get-DicomFile $using:path -Tag PatientID }
        ($file | ForEach-Object FullName | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be P1
        ($file | Select-Object FullName | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be P1
    }

    It 'are this computer under its own name' {
        $local = New-PSSession -HostName localhost @to
        try {
            $file = Invoke-Command $local { Import-Module $using:module; Get-DicomFile $using:path }
            $file.PSComputerName | Should -Be localhost
            ($file | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be P1
            ($file | Get-Item -ErrorAction Stop).FullName | Should -Be $path
            # An entry about this computer, written by another one.
            $listed = [pscustomobject]@{ PSPath = "file of $([Environment]::MachineName), not of this computer::$path" }
            ($listed | Get-DicomTag -Tag PatientID -ErrorAction Stop).Value | Should -Be P1
        }
        finally {
            Remove-PSSession $local
        }
    }

    It 'work on their own files' {
        $doomed = Join-Path $folder 'doomed[1].dcm'
        New-DicomTestFile $doomed @{ '00100020' = 'LO', 'doomed' }
        Invoke-Command $servers[0] { Get-DicomFile $using:folder -Recurse -Tag PatientID | Where-Object PatientID -eq doomed | Remove-Item }
        [System.IO.File]::Exists($doomed) | Should -BeFalse
        $path | Should -Exist
    }

    It 'send errors and warnings as such, with file and server' {
        $failed = $warnings = $null
        $null = Invoke-Command $servers { Get-DicomFrameCount $using:clip, $using:text } -ErrorVariable failed -ErrorAction SilentlyContinue `
            -WarningVariable warnings -WarningAction SilentlyContinue
        $failed.OriginInfo.PSComputerName | Sort-Object | Should -Be fs1, fs2
        $failed.TargetObject | Should -Be $text, $text
        $failed.FullyQualifiedErrorId | Should -Be (, 'NotDicom,PSDicom.Commands.GetDicomFrameCountCommand' * 2)
        "$($failed[0])" | Should -BeLike "Cannot read '$text': *"
        $warnings.Count | Should -Be 2
        foreach ($warning in $warnings) { "$warning" | Should -BeLike "$([Environment]::MachineName): ${clip}: *5*2 frames*" }
    }

    It 'name no computer in the warnings of this one and of its jobs' {
        $warnings = $null
        $null = Get-DicomFrameCount $clip -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike "${clip}: *"
        $job = Start-Job { Import-Module $using:module; $null = Get-DicomFrameCount $using:clip }
        $null = $job | Wait-Job
        "$($job.ChildJobs[0].Warning)" | Should -BeLike "${clip}: *"
        $job | Remove-Job
    }

    It 'report what they skipped' {
        $passed = $null
        $null = Invoke-Command $servers { Get-DicomFile $using:folder -Recurse -Tag PatientID } -InformationVariable passed
        $passed.Count | Should -Be 2
        $skipped = $passed[0].MessageData
        $skipped.PSObject.TypeNames[0] | Should -Be Deserialized.PSDicom.SkippedFile
        $skipped.PSComputerName | Should -Be ([Environment]::MachineName)
        $skipped.FullName | Should -Be $text
        $skipped.Message | Should -BeLike '*not a DICOM file*'
        @($passed.MessageData | Where-Object Reason -eq NotDicom).Count | Should -Be 2
        $skipped | Out-String | Should -Match 'Reason +FullName +PSComputerName'
    }

    It 'send results while they work' {
        $signal = Join-Path $TestDrive signal
        $waited = Invoke-Command $servers[0] {
            Get-DicomFile $using:path -Tag PatientID
            $end = [datetime]::UtcNow.AddSeconds(60)
            while (-not (Test-Path -LiteralPath $using:signal) -and [datetime]::UtcNow -lt $end) { Start-Sleep -Milliseconds 20 }
            [datetime]::UtcNow -ge $end
        } | ForEach-Object {
            if ($_.PatientID) { $null = New-Item $signal } else { $_ }
        }
        $waited | Should -BeFalse
    }

    It 'that are lost are one error, and the others go on' {
        $lost = New-PSSession -HostName fs3 @to
        $id = Invoke-Command $lost { Import-Module $using:module; $PID }
        $counts = @{ fs1 = 0; fs2 = 0; fs3 = 0 }
        $failed = $null
        Invoke-Command ($servers + $lost) {
            # One of them has more work than it can finish.
            for ($i = 0; $i -lt 20 -or $PID -eq $using:id; $i++) { Get-DicomFile (, $using:path * 100) -Tag PatientID }
        } -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object {
            $counts[$_.PSComputerName]++
            if ($_.PSComputerName -eq 'fs3' -and $counts['fs3'] -eq 100) { Stop-Process -Id $id -Force }
        }
        $counts['fs1'], $counts['fs2'] | Should -Be 2000, 2000
        $counts['fs3'] | Should -BeGreaterOrEqual 100
        $failed.Count | Should -Be 1
        $failed[0].OriginInfo.PSComputerName | Should -Be fs3
        $lost.State | Should -Be Broken
        $servers.State | Should -Be Opened, Opened
        Remove-PSSession $lost
    }

    It 'do all that about_PSDicom_Remoting says' {
        # Its code lines are the indented ones, except those that are not PowerShell.
        $lines = $About | Where-Object { $_ -match '^ {8}' -and $_ -notmatch 'sshd_config|Subsystem|^ +Import-Module' }
        $script = ($lines -join "`n").Replace('D:\img', $folder).Replace('D:\out', $pictures)
        $work = New-Item -ItemType Directory (Join-Path $TestDrive about)
        # Copies the content of a package, under its name.
        $package = New-Item -ItemType Directory (Join-Path $work source/PSDicom)
        Copy-Item $module, (Join-Path $root PSDicom) $package -Recurse
        Remove-Item (Join-Path $package PSDicom/bin/netstandard2.0) -Recurse
        $script = $script.Replace('(Get-Module PSDicom).ModuleBase', "'$package'")
        foreach ($name in $to.Keys) { $PSDefaultParameterValues["New-PSSession:$name"] = $to[$name] }
        Push-Location $work
        try {
            Remove-Item $pictures -Recurse -ErrorAction Ignore
            $failed = $null
            $output = & ([scriptblock]::Create($script)) -ErrorVariable failed 2>&1 3> $null
        }
        finally {
            Pop-Location
            foreach ($name in $to.Keys) { $PSDefaultParameterValues.Remove("New-PSSession:$name") }
            Get-PSSession | Where-Object Id -NotIn $servers.Id | Remove-PSSession
        }
        $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Out-String | Should -BeNullOrEmpty
        (Import-Csv (Join-Path $work files.csv)).PSComputerName | Sort-Object -Unique | Should -Be fs1, fs2
        foreach ($name in 'fs1', 'fs2') { (Import-Csv (Join-Path $work "$name.csv")).PatientID | Should -Be P1, P1 }
        @(Get-ChildItem (Join-Path $work new) -Recurse -File).Count | Should -Be 2
        @($output | Where-Object { $_.Name -match 'NotDicom' }).Count | Should -Be 1
        $path | Should -Exist
    }
}

Describe 'about_PSDicom_Remoting' {
    It 'is found' {
        Get-Help about_PSDicom_Remoting | Out-String | Should -BeLike '*Invoke-Command*'
    }
}
