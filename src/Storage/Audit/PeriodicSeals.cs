using System.Globalization;

namespace BillingActors.Storage.Audit;

/// <summary>
/// Seals when the newest seal is old, whoever made it, and puts a copy where the database is not. Several programs may
/// do so over one database: of those that are due in the same moment one seals.
/// </summary>
public sealed class PeriodicSeals(IAuditSeals seals, AuditOptions options)
{
    /// <summary>Who seals by itself, in the audit trail.</summary>
    public const string Actor = "billing";

    /// <summary>The door, in the audit trail.</summary>
    public const string Source = "job";

    private DateTimeOffset? _first;

    /// <summary>How old the newest seal becomes; nothing is sealed by itself when it is zero.</summary>
    public TimeSpan Period => TimeSpan.FromMinutes(options.SealMinutes);

    /// <summary>
    /// The seal that was due and made; null when none was due, or another program was faster. Before the first seal the
    /// time counts from the first look.
    /// </summary>
    public async Task<AuditSeal?> SealIfDue(DateTimeOffset now, CancellationToken cancellation)
    {
        _first ??= now;
        var newest = (await seals.List(0, 1, cancellation)).FirstOrDefault();
        if (newest is not null)
            await Keep(newest, cancellation); // The place outside may have been away when it was made.
        if (options.SealMinutes <= 0 || now - (newest?.At ?? _first.Value) < Period)
            return null;
        var request = new SealRequest(
            now, Actor, Source, "seal-" + Guid.NewGuid().ToString("N"), newest?.Number ?? 0);
        if (await seals.Seal(request, cancellation) is not { } seal)
            return null;
        await Keep(seal, cancellation);
        return seal;
    }

    // Whole or not at all, under a name that says which it is and is never written over.
    private async Task Keep(AuditSeal seal, CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"seal-{seal.Number:D8}.json");
        var place = Path.Combine(options.SealFolder, name);
        if (options.SealFolder.Length == 0 || File.Exists(place))
            return;
        var part = $"{place}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllTextAsync(part, seal.ToJson() + "\n", cancellation);
            File.Move(part, place, overwrite: false);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.Delete(part); // Another program put it there in the same moment.
        }
    }
}
