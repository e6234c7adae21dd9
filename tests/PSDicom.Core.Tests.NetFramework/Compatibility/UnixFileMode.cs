namespace System.IO;

[Flags]
internal enum UnixFileMode
{
    None = 0,
    UserExecute = 64,
    UserWrite = 128,
    UserRead = 256,
}
