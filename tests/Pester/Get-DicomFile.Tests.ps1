# Common to all cmdlets and tested here: binding of paths, errors, order, stopping.

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'PSDicom.psd1') -Force
    . (Join-Path $PSScriptRoot 'TestFiles.ps1')

    function New-NumberedFile([string] $Path, [int] $Number) {
        New-DicomTestFile $Path @{ '00080060' = 'CS', 'CT'; '00200013' = 'IS', $Number }
    }
}

Describe 'Get-DicomFile' {
    BeforeAll {
        $folder = Join-Path $TestDrive files
        $one = Join-Path $folder one.dcm
        New-DicomTestFile $one @{
            '00080020' = 'DA', '20240131'
            '00080060' = 'CS', 'CT'
            '00100010' = 'PN', 'Müller^Änne'
            '00280030' = 'DS', '0.5\0.25'
        }
    }

    It 'gives the file, its properties and its elements' {
        $file = Get-DicomFile $one
        $file | Should -BeOfType ([PSDicom.DicomFile])
        $file.FullName | Should -Be $one
        $file.Length | Should -Be (Get-Item $one).Length
        "$($file.TransferSyntax)" | Should -Be 'Explicit VR Little Endian'
        $file.PatientName | Should -BeExactly 'Müller^Änne'
        $file.StudyDate | Should -Be ([datetime] '2024-01-31')
    }

    It 'lists only the elements of -Tag, and reads others when asked' {
        $file = Get-DicomFile $one -Tag Modality
        $file.Modality | Should -Be CT
        $file.PSObject.Properties.Name | Should -Contain Modality
        $file.PSObject.Properties.Name | Should -Not -Contain PatientName
        $file.PatientName | Should -BeExactly 'Müller^Änne'
    }

    It 'takes -Tag at the second position' {
        $names = (Get-DicomFile $one Modality).PSObject.Properties.Name
        $names | Should -Contain Modality
        $names | Should -Not -Contain PatientName
    }

    It 'decodes text by -CharacterSet' {
        $old = Join-Path $folder greek.dcm
        New-DicomTestFile $old @{ '00080005' = 'CS', 'ISO_IR 100'; '00100010' = 'PN', [byte[]] (0xC1, 0xC2) }
        (Get-DicomFile $old).PatientName | Should -BeExactly ([string]::new([char[]] (0x00C1, 0x00C2)))
        (Get-DicomFile $old -CharacterSet 'ISO_IR 126').PatientName | Should -BeExactly ([string]::new([char[]] (0x0391, 0x0392)))
    }

    It 'keeps no file open' {
        $other = Join-Path $folder open.dcm
        New-DicomTestFile $other
        $file = Get-DicomFile $other
        $stream = [System.IO.File]::Open($other, 'Open', 'ReadWrite', 'None')
        $stream.Dispose()
        $file | Should -Not -BeNullOrEmpty
    }
}

Describe 'Naming files' {
    BeforeAll {
        $folder = Join-Path $TestDrive naming
        New-NumberedFile (Join-Path $folder a.dcm) 1
        New-NumberedFile (Join-Path $folder b.dcm) 2
        New-NumberedFile (Join-Path $folder 'with space.dcm') 3
        New-NumberedFile (Join-Path $folder 'röntgen-写真.dcm') 4
        New-NumberedFile (Join-Path $folder 'scan[1].dcm') 5
        New-NumberedFile (Join-Path $folder 'noextension') 6
        Push-Location -LiteralPath $folder
    }

    AfterAll {
        Pop-Location
    }

    It 'takes a path' {
        (Get-DicomFile (Join-Path $folder a.dcm)).InstanceNumber | Should -Be 1
    }

    It 'takes several paths, in their order' {
        (Get-DicomFile b.dcm, a.dcm).InstanceNumber | Should -Be 2, 1
    }

    It 'takes a relative path' {
        (Get-DicomFile ./a.dcm).FullName | Should -Be (Join-Path $folder a.dcm)
    }

    It 'takes wildcards' {
        (Get-DicomFile [ab].dcm).InstanceNumber | Should -Be 1, 2
        (Get-DicomFile ?.dcm).InstanceNumber | Should -Be 1, 2
        (Get-DicomFile *.dcm).Count | Should -Be 5
    }

    It 'is silent where a wildcard matches nothing' {
        Get-DicomFile *.nothing -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'takes <_>' -ForEach 'with space.dcm', 'röntgen-写真.dcm', 'noextension' {
        Get-DicomFile $_ | Should -Not -BeNullOrEmpty
    }

    It 'takes a name with brackets that exists for that file, literal or not' {
        (Get-DicomFile 'scan[1].dcm').InstanceNumber | Should -Be 5
        (Get-DicomFile 'scan`[1`].dcm').InstanceNumber | Should -Be 5
        (Get-DicomFile -LiteralPath 'scan[1].dcm').InstanceNumber | Should -Be 5
        (Get-DicomFile -LP 'scan[1].dcm').InstanceNumber | Should -Be 5
    }

    It 'takes a path below the home folder' {
        # ~ is the home of the drive; that of the session is restored.
        $provider = Get-PSProvider FileSystem
        $home0 = $provider.Home
        try {
            $provider.Home = $folder
            (Get-DicomFile ~/a.dcm).InstanceNumber | Should -Be 1
        }
        finally {
            $provider.Home = $home0
        }
    }

    It 'takes a path on a PowerShell drive' {
        $null = New-PSDrive -Name DicomTest -PSProvider FileSystem -Root $folder
        try {
            (Get-DicomFile DicomTest:/a.dcm).FullName | Should -Be (Join-Path $folder a.dcm)
            (Get-DicomFile DicomTest:/?.dcm).InstanceNumber | Should -Be 1, 2
        }
        finally {
            Remove-PSDrive DicomTest
        }
    }

    It 'takes strings from the pipeline, with wildcards' {
        ('b.dcm', '[a].dcm' | Get-DicomFile).InstanceNumber | Should -Be 2, 1
    }

    It 'takes what Get-ChildItem gives, literally' {
        (Get-ChildItem | Get-DicomFile).Count | Should -Be 6
        (Get-ChildItem -LiteralPath 'scan[1].dcm' | Get-DicomFile).InstanceNumber | Should -Be 5
        (Get-ChildItem -Name | Get-DicomFile).Count | Should -Be 6
    }

    It 'takes a FileInfo without the properties of PowerShell' {
        ([System.IO.FileInfo]::new((Join-Path $folder 'scan[1].dcm')) | Get-DicomFile).InstanceNumber | Should -Be 5
    }

    It 'takes the Path of the rows of a CSV file' {
        'Path', 'b.dcm', 'scan[1].dcm' | Set-Content files.csv
        (Import-Csv files.csv | Get-DicomFile).InstanceNumber | Should -Be 2, 5
    }

    It 'takes what another cmdlet of the module gives' {
        (Get-DicomTag 'scan[1].dcm' -Tag Modality | Get-DicomFile).InstanceNumber | Should -Be 5
    }

    It 'takes a DicomFile and reads it anew' {
        $file = Get-DicomFile a.dcm
        $again = $file | Get-DicomFile -Tag Modality
        $again.FullName | Should -Be $file.FullName
        $again.PSObject.Properties.Name | Should -Not -Contain InstanceNumber
        (Get-DicomFile -InputObject $file).InstanceNumber | Should -Be 1
    }

    It 'binds a DicomFile as such, not its path' {
        # Elements already read are not read again.
        $gone = Join-Path $folder gone.dcm
        New-NumberedFile $gone 7
        $file = Get-DicomFile $gone
        Remove-Item -LiteralPath $gone
        ($file | Get-DicomTag -Tag InstanceNumber).Value | Should -Be 7
    }
}

Describe 'Folders' {
    BeforeAll {
        $folder = Join-Path $TestDrive folders
        New-NumberedFile (Join-Path $folder a.dcm) 1
        New-NumberedFile (Join-Path $folder sub/b.dcm) 2
        New-NumberedFile (Join-Path $folder sub/deeper/c.ima) 3
        Set-Content (Join-Path $folder sub/readme.txt) 'no DICOM, just text that says so, and goes on for a while after that'
        $null = New-Item (Join-Path $folder sub/empty.dcm)
    }

    It 'refuses a folder without -Recurse' {
        $result = Get-DicomFile $folder -ErrorVariable problem -ErrorAction SilentlyContinue
        $result | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -Be 'PathIsFolder,PSDicom.Commands.GetDicomFileCommand'
        "$problem" | Should -BeLike '*-Recurse*'
    }

    It 'walks a folder with -Recurse and skips files that are not DICOM' {
        $files = Get-DicomFile $folder -Recurse -ErrorAction Stop
        $files.InstanceNumber | Should -Be 1, 2, 3
    }

    It 'names what it skips with -Verbose' {
        $verbose = Get-DicomFile $folder -Recurse -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        "$verbose" | Should -BeLike '*readme.txt*'
        "$verbose" | Should -BeLike '*empty.dcm*'
    }

    It 'looks as deep as -Depth says' {
        (Get-DicomFile $folder -Depth 0).InstanceNumber | Should -Be 1
        (Get-DicomFile $folder -Depth 1).InstanceNumber | Should -Be 1, 2
    }

    It 'reads the files that -Filter names' {
        (Get-DicomFile $folder -Recurse -Filter *.ima).InstanceNumber | Should -Be 3
    }

    It 'reports a pipe among the files without waiting for it' -Skip:($PSEdition -ne 'Core' -or $IsWindows) {
        $pipe = Join-Path $folder 'b.pipe'
        mkfifo $pipe
        try {
            $files = Get-DicomFile $folder -Recurse -ErrorVariable problem -ErrorAction SilentlyContinue
        }
        finally {
            [System.IO.File]::Delete($pipe)
        }
        $files.InstanceNumber | Should -Be (Get-DicomFile $folder -Recurse).InstanceNumber
        $problem.Count | Should -Be 1
        "$problem" | Should -BeLike "*$pipe*pipe*"
    }

    It 'reads a named file, with -Recurse too' {
        (Get-DicomFile (Join-Path $folder a.dcm) -Recurse).InstanceNumber | Should -Be 1
        $null = Get-DicomFile (Join-Path $folder sub/readme.txt) -Recurse -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'NotDicom,*'
    }

    It 'skips the folders that Get-ChildItem gives' {
        $files = Get-ChildItem $folder -Recurse -Include *.dcm, *.ima, sub | Where-Object Length -ne 0 | Get-DicomFile -ErrorAction Stop
        $files.Count | Should -Be 3
    }

    It 'walks the folders that Get-ChildItem gives, with -Recurse' {
        (Get-ChildItem $folder -Directory | Get-DicomFile -Recurse -ErrorAction Stop).InstanceNumber | Should -Be 2, 3
    }

    It 'skips the folders that a wildcard matches' {
        (Get-DicomFile (Join-Path $folder *) -ErrorAction Stop).InstanceNumber | Should -Be 1
    }

    It 'goes on after a folder that it may not read' -Skip:($IsWindows -or $PSEdition -eq 'Desktop' -or (id -u) -eq '0') {
        $closed = Join-Path $folder aaa-closed
        $null = New-Item -ItemType Directory $closed
        chmod 000 $closed
        try {
            $files = Get-DicomFile $folder -Recurse -ErrorVariable problem -ErrorAction SilentlyContinue
        }
        finally {
            chmod 700 $closed
            Remove-Item $closed
        }
        $files.Count | Should -Be 3
        $problem.Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $problem[0].TargetObject | Should -Be $closed
    }
}

Describe 'Errors' {
    BeforeAll {
        $folder = Join-Path $TestDrive errors
        $good = Join-Path $folder good.dcm
        New-NumberedFile $good 1
        $text = Join-Path $folder text.dcm
        Set-Content $text ('This is a text and no DICOM file at all. ' * 20)
        $empty = Join-Path $folder empty.dcm
        $null = New-Item $empty
        $missing = Join-Path $folder missing.dcm
        $missingFolder = Join-Path $folder nofolder/missing.dcm

        function Get-Problem([string] $Path) {
            $problem = $null
            $null = Get-DicomFile -Path $Path -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem
        }
    }

    It 'reports <Id> for <Name>' -ForEach @(
        @{ Name = 'text'; Id = 'NotDicom'; Category = 'InvalidData' }
        @{ Name = 'empty'; Id = 'EmptyFile'; Category = 'InvalidData' }
        @{ Name = 'missing'; Id = 'FileNotFound'; Category = 'ObjectNotFound' }
        @{ Name = 'missingFolder'; Id = 'FolderNotFound'; Category = 'ObjectNotFound' }
        @{ Name = 'folder'; Id = 'PathIsFolder'; Category = 'InvalidArgument' }
    ) {
        $path = (Get-Variable $Name).Value
        $problem = @(Get-Problem $path)
        $problem.Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -BeExactly "$Id,PSDicom.Commands.GetDicomFileCommand"
        $problem[0].CategoryInfo.Category | Should -Be $Category
        $problem[0].TargetObject | Should -Be $path
        "$($problem[0])" | Should -BeLike "*$path*"
    }

    It 'reports a path of another provider' {
        $problem = Get-Problem env:PATH
        $problem.FullyQualifiedErrorId | Should -BeLike 'NotFileSystemPath,*'
        $problem.CategoryInfo.Category | Should -Be InvalidArgument
        $problem.TargetObject | Should -Be env:PATH
        "$problem" | Should -BeLike '*Environment*'
        (Get-Problem env:PAT*).FullyQualifiedErrorId | Should -BeLike 'NotFileSystemPath,*'
    }

    It 'reports a missing drive' {
        $problem = Get-Problem nodrive:/a.dcm
        $problem.FullyQualifiedErrorId | Should -BeLike 'DriveNotFound,*'
        $problem.CategoryInfo.Category | Should -Be ObjectNotFound
        (Get-Problem nodrive:/*.dcm).FullyQualifiedErrorId | Should -BeLike 'DriveNotFound,*'
    }

    It 'reads a file that another program has locked, where locks are only advice' -Skip:($IsWindows -or $PSEdition -eq 'Desktop') {
        $stream = [System.IO.File]::Open($good, 'Open', 'ReadWrite', 'None')
        try {
            (Get-DicomFile $good).FullName | Should -Be $good
        }
        finally {
            $stream.Dispose()
        }
    }

    It 'reports a locked file' -Skip:(-not ($IsWindows -or $PSEdition -eq 'Desktop')) {
        $stream = [System.IO.File]::Open($good, 'Open', 'ReadWrite', 'None')
        try {
            $problem = Get-Problem $good
        }
        finally {
            $stream.Dispose()
        }
        $problem.FullyQualifiedErrorId | Should -BeLike 'FileInUse,*'
        $problem.CategoryInfo.Category | Should -Be ResourceBusy
        $problem.TargetObject | Should -Be $good
    }

    It 'reports a file that may not be read' -Skip:($IsWindows -or $PSEdition -eq 'Desktop' -or (id -u) -eq '0') {
        $denied = Join-Path $folder denied.dcm
        New-NumberedFile $denied 1
        chmod 000 $denied
        $problem = Get-Problem $denied
        $problem.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        $problem.CategoryInfo.Category | Should -Be PermissionDenied
    }

    It 'reports a name that is too long' -Skip:($IsWindows -or $PSEdition -eq 'Desktop') {
        (Get-Problem (Join-Path $folder ('x' * 300))).FullyQualifiedErrorId | Should -BeLike 'PathTooLong,*'
    }

    It 'goes on after an error' {
        $files = Get-DicomFile $text, $good, $missing, $good -ErrorVariable problem -ErrorAction SilentlyContinue
        $files.Count | Should -Be 2
        $problem.Count | Should -Be 2
        $problem.TargetObject | Should -Be $text, $missing
    }

    It 'stops at the first one with -ErrorAction Stop, what comes before it being there' {
        $files = [System.Collections.Generic.List[object]]::new()
        { Get-DicomFile $good, $missing, $good -ErrorAction Stop | ForEach-Object { $files.Add($_) } } |
            Should -Throw -ErrorId 'FileNotFound,PSDicom.Commands.GetDicomFileCommand'
        $files.Count | Should -Be 1
    }

    It 'has the reason in the exception' {
        $problem = Get-Problem $text
        $problem.Exception | Should -BeOfType ([PSDicom.DicomException])
        $problem.Exception.Reason | Should -Be NotDicom
    }

    It 'ends at an unknown tag and suggests the nearest keyword' {
        { Get-DicomFile $good -Tag PatientNam -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'UnknownTag,PSDicom.Commands.GetDicomFileCommand' -ExpectedMessage '*PatientName*'
    }

    It 'ends at an unknown character set' {
        { Get-DicomFile $good -CharacterSet nonsense -ErrorAction SilentlyContinue } |
            Should -Throw -ErrorId 'UnknownCharacterSet,PSDicom.Commands.GetDicomFileCommand'
    }

    It 'refuses a -ThrottleLimit of <_>' -ForEach 0, 257 {
        { Get-DicomFile $good -ThrottleLimit $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'warns of what is missing, with the path' {
        $cut = Join-Path $folder cut.dcm
        New-DicomTestFile $cut @{ '00100010' = 'PN', 'Somebody^With a long name' }
        $bytes = [System.IO.File]::ReadAllBytes($cut)
        [System.IO.File]::WriteAllBytes($cut, $bytes[0..($bytes.Length - 7)])
        $file = Get-DicomFile $cut -WarningVariable warning -WarningAction SilentlyContinue
        $file | Should -Not -BeNullOrEmpty
        "$warning" | Should -BeLike "$cut*"
    }
}

Describe 'Many files' {
    BeforeAll {
        $folder = Join-Path $TestDrive many
        $null = New-Item -ItemType Directory $folder
        $first = Join-Path $TestDrive number.dcm
        New-NumberedFile $first 1000
        $bytes = [System.IO.File]::ReadAllBytes($first)
        $at = $bytes.Length - 4
        $paths = foreach ($number in 1..500) {
            $path = Join-Path $folder ('{0:0000}.dcm' -f $number)
            if ($number % 50 -eq 0) {
                [System.IO.File]::WriteAllText($path, 'This is a text and no DICOM file at all. ' * 20)
            }
            else {
                [System.Text.Encoding]::ASCII.GetBytes('{0:0000}' -f $number).CopyTo($bytes, $at)
                [System.IO.File]::WriteAllBytes($path, $bytes)
            }
            $path
        }
    }

    It 'keeps the order, with an error for each bad one, at a throttle limit of <_>' -ForEach 1, 8, 64 {
        $files = $paths | Get-DicomFile -ThrottleLimit $_ -ErrorVariable problem -ErrorAction SilentlyContinue
        $files.InstanceNumber | Should -Be (1..500 | Where-Object { $_ % 50 })
        $problem.Count | Should -Be 10
        $problem.TargetObject | Should -Be (1..10 | ForEach-Object { $paths[50 * $_ - 1] })
        $problem | ForEach-Object { $_.FullyQualifiedErrorId | Should -Be 'NotDicom,PSDicom.Commands.GetDicomFileCommand' }
    }

    It 'writes errors between the results, at their place' {
        $all = $paths[40..60] | Get-DicomFile -ErrorAction Continue 2>&1
        $all[9] | Should -BeOfType ([System.Management.Automation.ErrorRecord])
        $all[10].InstanceNumber | Should -Be 51
    }

    It 'does not read all of them for Select-Object -First' {
        $script:sent = 0
        $files = $paths | ForEach-Object { $script:sent++; $_ } | Get-DicomFile -ThrottleLimit 4 | Select-Object -First 1
        $files.InstanceNumber | Should -Be 1
        $script:sent | Should -BeLessThan 100
    }

    It 'stops when the pipeline is stopped' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $folder)
            Import-Module $module
            while ($true) { Get-DicomFile $folder -Recurse }
        }).AddArgument((Join-Path $root 'PSDicom.psd1')).AddArgument($folder)
        $running = $shell.BeginInvoke()
        Start-Sleep -Milliseconds 800
        $stopping = $shell.BeginStop($null, $null)
        $stopping.AsyncWaitHandle.WaitOne(300000) | Should -BeTrue
        $shell.InvocationStateInfo.State | Should -Be Stopped
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
    }

    It 'has no progress for short work' {
        $record = Get-DicomFile $paths[0] -ErrorAction Stop
        $record | Should -Not -BeNullOrEmpty
        $shell = [powershell]::Create()
        $null = $shell.AddScript('param($module, $path) Import-Module $module; Get-DicomFile $path').AddArgument((Join-Path $root 'PSDicom.psd1')).AddArgument($paths[0])
        $shell.Invoke().Count | Should -Be 1
        @($shell.Streams.Progress | Where-Object Activity -like *Dicom*).Count | Should -Be 0
        $shell.Dispose()
    }

    It 'shows progress for long work, and removes it' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $paths)
            Import-Module $module
            $paths | ForEach-Object { Start-Sleep -Milliseconds 150; $_ } | Get-DicomFile
        }).AddArgument((Join-Path $root 'PSDicom.psd1')).AddArgument($paths[0..11])
        $shell.Invoke().Count | Should -Be 12
        $shown = @($shell.Streams.Progress | Where-Object Activity -eq Get-DicomFile)
        $shown.Count | Should -BeGreaterThan 1
        $shown[0].StatusDescription | Should -BeLike '*files*'
        # The number of further inputs is unknown.
        $shown[0].PercentComplete | Should -Be -1
        $shown[-1].RecordType | Should -Be Completed
        $shell.Dispose()
    }

    It 'shows the remaining time if the number of files is known' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($module, $paths)
            Import-Module $module
            Get-DicomFile $paths | ForEach-Object { Start-Sleep -Milliseconds 150 }
        }).AddArgument((Join-Path $root 'PSDicom.psd1')).AddArgument($paths[0..11])
        $null = $shell.Invoke()
        $shown = @($shell.Streams.Progress | Where-Object Activity -eq Get-DicomFile)
        $shell.Dispose()
        $shown[0].PercentComplete | Should -BeIn (1..99)
        $shown[0].SecondsRemaining | Should -BeGreaterOrEqual 0
    }
}
