using System.Collections.Immutable;
using System.Globalization;

namespace BillingActors.Storage.Reports;

/// <summary>
/// The parts of "entity.account.version". Ids may hold dots themselves, so every dot is tried as the border between
/// entity and account; the stored id decides.
/// </summary>
public static class InvoiceId
{
    /// <summary>Every account the id can mean, and the version of its event.</summary>
    public static (ImmutableArray<string> AccountKeys, long Version) Split(string id)
    {
        var last = id.LastIndexOf('.');
        if (last <= 0 || !long.TryParse(
            id.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return ([], 0);
        var names = id[..last];
        return ([.. Borders(names).Select(dot => names[..dot] + "/" + names[(dot + 1)..])], version);
    }

    private static IEnumerable<int> Borders(string names) =>
        Enumerable.Range(1, Math.Max(0, names.Length - 2)).Where(i => names[i] == '.');
}
