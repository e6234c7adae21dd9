# A separate SSH server for the tests, with sessions of the PowerShell that runs this. Dot-source it where needed.

# The missing prerequisites; $null if none.
function Get-MissingForSsh {
    if ($PSEdition -ne 'Core' -or $IsWindows) { return 'Remoting is tested over SSH, on Linux and macOS.' }
    foreach ($program in 'ssh', 'sshd', 'ssh-keygen') {
        if (-not (Find-SshProgram $program)) { return "There is no $program (Debian: openssh-server)." }
    }
}

# Its path; sshd is not on the path of users.
function Find-SshProgram([string] $Name) {
    (Get-Command $Name, "/usr/sbin/$Name", "/usr/local/sbin/$Name" -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source
}

# Starts a server on a free port of the loopback, with keys and settings in the folder, where each of its sessions has a home. Parameter goes to Invoke-Command and New-PSSession, together
# with -HostName: each name that is given there leads to the server, and is the PSComputerName of what comes back.
function Start-SshServer([string] $Folder) {
    $null = New-Item -ItemType Directory $Folder
    $hostKey, $userKey, $settings, $known, $subsystem = 'host', 'user', 'sshd_config', 'known_hosts', 'powershell' | ForEach-Object { Join-Path $Folder $_ }
    foreach ($key in $hostKey, $userKey) { & (Find-SshProgram ssh-keygen) -q -t ed25519 -N '' -f $key }

    # Its lines are split into words, even between quotes.
    $shell = @((Get-Process -Id $PID).Path)
    if ([System.IO.Path]::GetFileName($shell[0]) -eq 'dotnet') { $shell += Join-Path $PSHOME pwsh.dll }
    $words = ($shell | ForEach-Object { "'$_'" }) -join ' '
    $lines = '#!/bin/sh', "HOME=`$(mktemp -d '$Folder/homeXXXXXX')", 'export HOME POWERSHELL_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1', 'cd "$HOME"', "exec $words -sshs -NoLogo -NoProfile"
    Set-Content $subsystem $lines
    chmod 700 $subsystem

    # As root it needs this folder, which the service normally creates.
    if ((id -u) -eq 0) { $null = New-Item -ItemType Directory /run/sshd -Force }
    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $port = $listener.LocalEndpoint.Port
    $listener.Stop()
    Set-Content $settings @"
ListenAddress 127.0.0.1:$port
HostKey $hostKey
AuthorizedKeysFile $userKey.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
MaxStartups 100
Subsystem powershell $subsystem
"@
    Set-Content $known "psdicom-test $(Get-Content "$hostKey.pub")"
    $process = Start-Process (Find-SshProgram sshd) '-D', '-e', '-f', $settings -PassThru -RedirectStandardError (Join-Path $Folder sshd.log)
    $end = [datetime]::UtcNow.AddSeconds(20)
    while (-not (Test-Connection 127.0.0.1 -TcpPort $port -Quiet)) {
        if ($process.HasExited -or [datetime]::UtcNow -gt $end) { throw "sshd does not start: $(Get-Content (Join-Path $Folder sshd.log))" }
        Start-Sleep -Milliseconds 50
    }
    [pscustomobject] @{
        Process   = $process
        Parameter = @{
            UserName    = id -un
            KeyFilePath = $userKey
            Port        = $port
            Options     = @{
                HostName              = '127.0.0.1'
                HostKeyAlias          = 'psdicom-test'
                UserKnownHostsFile    = $known
                GlobalKnownHostsFile  = '/dev/null'
                StrictHostKeyChecking = 'yes'
                IdentitiesOnly        = 'yes'
                IdentityAgent         = 'none'
                BatchMode             = 'yes'
                ControlPath           = 'none'
                LogLevel              = 'ERROR'
            }
        }
    }
}

function Stop-SshServer($Server) {
    if ($Server -and -not $Server.Process.HasExited) { $Server.Process | Stop-Process }
}
