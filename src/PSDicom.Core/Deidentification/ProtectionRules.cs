using System;
using System.Collections.Generic;
using PSDicom.Deidentification.BurnedIn;
using PSDicom.Deidentification.Profile;
using PSDicom.Deidentification.Values;

namespace PSDicom.Deidentification;

/// <summary>The rules of a run, the same for all files, and its secret. Thread-safe once made.</summary>
public sealed class ProtectionRules
{
    private ConfidentialityProfile? _profile;

    /// <summary>Makes rules.</summary>
    /// <param name="key">The secret of the user, of 16 bytes or more; null for a random one.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public ProtectionRules(byte[]? key = null)
    {
        if (key is { Length: < ProtectionKey.MinimumLength })
            throw new ArgumentException($"The key has {key.Length} bytes; it needs {ProtectionKey.MinimumLength} or more, such as 32 random ones.");
        Secret = new ProtectionKey(key);
    }

    /// <summary>What is kept.</summary>
    public Retention Retained { get; init; }

    /// <summary>What is cleaned and kept.</summary>
    public Cleaning Cleaned { get; init; }

    /// <summary>Whether text that table E.1-1 does not list is kept, unless it contains words of the patient's identity.</summary>
    public bool KeepsUnlisted { get; init; }

    /// <summary>Whether images that may have burned-in text are copied as they are.</summary>
    public bool AllowsBurnedIn { get; init; }

    /// <summary>Rectangles that become black in all images, if <see cref="Cleaning.PixelData"/> is cleaned; what lies outside of an image has no effect.</summary>
    public IReadOnlyList<FrameRegion> Regions { get; init; } = [];

    /// <summary>The rules of the site.</summary>
    public SiteRules Site { get; init; } = new();

    /// <summary>The pseudonyms of patients by their ID; null to compute them.</summary>
    public IReadOnlyDictionary<string, string>? Patients { get; init; }

    /// <summary>Receives each patient ID with its pseudonym, and each unique identifier with its new one, from any thread; null if nobody wants them.</summary>
    public Action<bool, string, string>? Noted { get; init; }

    /// <summary>Recipes of the site, beside those that are known.</summary>
    internal IReadOnlyList<DeviceRecipe> Recipes { get; init; } = [];

    /// <summary>The secret.</summary>
    internal ProtectionKey Secret { get; }

    /// <summary>Table E.1-1 with the options.</summary>
    internal ConfidentialityProfile Profile => _profile ??= new ConfidentialityProfile(Retained, Cleaned);

    /// <summary>Checks that the rules do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public void Validate()
    {
        if (Retains(Retention.FullDates) && Retains(Retention.ModifiedDates)) throw new ArgumentException("Dates stay as they are, or are moved: choose only one of FullDates and ModifiedDates.");
        if (!Cleans(Cleaning.PixelData) && (Regions.Count > 0 || Recipes.Count > 0)) throw new ArgumentException("Rectangles and recipes are for cleaning pixels only: clean PixelData too.");
    }

    /// <summary>Whether something is kept.</summary>
    internal bool Retains(Retention what) => (Retained & what) != 0;

    /// <summary>Whether something is cleaned.</summary>
    internal bool Cleans(Cleaning what) => (Cleaned & what) != 0;

    /// <summary>The new unique identifier for an old one; the same, if it is one of the standard's, and for none.</summary>
    internal string NewUid(string uid)
    {
        if (uid.Length == 0 || UidRules.IsOfStandard(uid)) return uid;
        string other = Secret.UidOf(uid);
        Noted?.Invoke(false, uid, other);
        return other;
    }
}
