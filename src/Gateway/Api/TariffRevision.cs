using System.Globalization;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Gateway.Api;

/// <summary>A state of a tariff, or one version by date of it: "published", "draft", "3", "@2", "3@2".</summary>
/// <param name="Revision">A revision of the published tariff; null for the newest, or for the draft.</param>
/// <param name="IsDraft">Whether it is the draft.</param>
/// <param name="Number">Number of one version; null for the whole tariff.</param>
internal sealed record TariffRevision(long? Revision, bool IsDraft, int? Number)
{
    /// <summary>The published tariff, newest.</summary>
    public const string Published = "published";

    /// <summary>The draft, newest.</summary>
    public const string Draft = "draft";

    /// <summary>The revision the text names, or null.</summary>
    public static TariffRevision? Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var state = at < 0 ? text : text[..at];
        var number = at < 0 ? null : Count(text[(at + 1)..]);
        if (at >= 0 && number is null)
            return null;
        return state switch
        {
            Draft => new(null, IsDraft: true, (int?)number),
            Published => new(null, IsDraft: false, (int?)number),
            "" when number is not null => new(null, IsDraft: false, (int?)number),
            _ => Count(state) is { } revision ? new(revision, IsDraft: false, (int?)number) : null,
        };
    }

    /// <summary>The tariff in that state, or null.</summary>
    public async Task<TariffDocument?> Find(IGrainFactory grains, string id, CancellationToken cancellation)
    {
        var grain = grains.Master(IsDraft ? MasterKindName.TariffDraft : MasterKindName.Tariff, id);
        if (Revision is not { } revision)
            return (await grain.View(cancellation))?.Content.Tariff;
        var history = await grain.History(cancellation);
        return history.FirstOrDefault(version => version.Version == revision)?.Content.Tariff;
    }

    private static long? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
