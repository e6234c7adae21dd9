using PSDicom.Operations.Protection;

namespace PSDicom.Pipeline;

/// <summary>The files that a run of Protect-DicomFile writes beside its copies, none of which replaces an input of the call.</summary>
internal sealed class ProtectionFiles
{
    public Crosswalk? Crosswalk { get; set; }

    public ProtectionReport? Report { get; set; }

    public ContactSheet? Sheet { get; set; }

    /// <summary>Protects an input file from being replaced.</summary>
    public void Protect(string path)
    {
        Crosswalk?.Protect(path);
        Report?.Protect(path);
        Sheet?.Protect(path);
    }

    /// <summary>Checks that they may be written.</summary>
    /// <exception cref="DicomException">One may not. Then the tables are not saved at the end either.</exception>
    public void Check()
    {
        (Crosswalk? crosswalk, ProtectionReport? report) = (Crosswalk, Report);
        (Crosswalk, Report) = (null, null);
        crosswalk?.Check();
        report?.Check();
        Sheet?.Check();
        (Crosswalk, Report) = (crosswalk, report);
    }

    /// <summary>Saves the tables that are not saved yet, after an interruption: copies that were written need them.</summary>
    public void SaveTables()
    {
        Crosswalk?.Save();
        Crosswalk = null;
        Report?.Save();
        Report = null;
    }
}
