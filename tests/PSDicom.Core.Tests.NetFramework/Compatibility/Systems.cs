using System.Diagnostics;

namespace System;

/// <summary>Members about the system that .NET has and .NET Framework has not.</summary>
internal static class Systems
{
    private static readonly Func<long> Allocated = (Func<long>)Delegate.CreateDelegate(
        typeof(Func<long>), typeof(GC).GetMethod("GetAllocatedBytesForCurrentThread", Reflection.BindingFlags.Static | Reflection.BindingFlags.Public | Reflection.BindingFlags.NonPublic)!);

    extension(Environment)
    {
        public static bool IsPrivilegedProcess => Environment.UserName == "root";
    }

    extension(GC)
    {
        public static long GetAllocatedBytesForCurrentThread() => Allocated();
    }

    extension(OperatingSystem)
    {
        public static bool IsWindows() => Environment.OSVersion.Platform == PlatformID.Win32NT;

        public static bool IsLinux() => Environment.OSVersion.Platform == PlatformID.Unix && Directory.Exists("/proc/self");
    }

    extension(Stopwatch)
    {
        public static TimeSpan GetElapsedTime(long start) => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency);
    }

    extension(Task task)
    {
        public async Task WaitAsync(TimeSpan limit)
        {
            if (await Task.WhenAny(task, Task.Delay(limit)) != task) throw new TimeoutException();
            await task;
        }
    }

    extension<T>(Task<T> task)
    {
        public async Task<T> WaitAsync(TimeSpan limit)
        {
            await ((Task)task).WaitAsync(limit);
            return await task;
        }
    }
}
