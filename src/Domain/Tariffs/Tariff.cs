using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tariffs;

/// <summary>A price plan with its versions by date.</summary>
/// <param name="Id">Id, such as "home-tou".</param>
/// <param name="Name">What people call it.</param>
/// <param name="Currency">Currency of all its prices.</param>
/// <param name="Zone">Time zone of its days and hours; null where the legal entity's counts.</param>
/// <param name="Versions">Its versions, by first day.</param>
public sealed record Tariff(
    string Id,
    string Name,
    Currency Currency,
    DateTimeZone? Zone,
    ImmutableArray<TariffVersion> Versions)
{
    /// <summary>Settings of all its versions; those of a contract go over them.</summary>
    public RatingSettings Settings { get; init; } = RatingSettings.Default;

    /// <summary>How a rated line names the version that priced it: "home-tou@2".</summary>
    public string Reference(TariffVersion version) =>
        string.Concat(Id, "@", version.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The period cut where another version begins; the pieces cover it without gap and in order.</summary>
    public ImmutableArray<TariffPiece> VersionsIn(Period period)
    {
        // One version for all days, which is nearly always so.
        if (Versions is [var only] && period.Overlap(only.ValidFrom, only.ValidUntil) == period)
            return [new TariffPiece(period, only)];
        var pieces = ImmutableArray.CreateBuilder<TariffPiece>();
        var next = period.From;
        foreach (var (version, until) in Spans())
        {
            if (period.Overlap(LocalDate.Max(next, version.ValidFrom), until) is not { } part)
                continue;
            if (next < part.From)
                pieces.Add(new TariffPiece(new Period(next, part.From), null));
            pieces.Add(new TariffPiece(part, version));
            next = part.Until;
        }
        if (next < period.Until)
            pieces.Add(new TariffPiece(new Period(next, period.Until), null));
        return pieces.ToImmutable();
    }

    private IEnumerable<(TariffVersion Version, LocalDate? Until)> Spans()
    {
        var ordered = Versions.Length <= 1
            ? Versions
            : Versions.Sort(static (left, right) => left.ValidFrom.CompareTo(right.ValidFrom));
        for (var i = 0; i < ordered.Length; i++)
        {
            LocalDate? following = i + 1 < ordered.Length ? ordered[i + 1].ValidFrom : null;
            yield return (ordered[i], Earlier(ordered[i].ValidUntil, following));
        }
    }

    private static LocalDate? Earlier(LocalDate? left, LocalDate? right) =>
        left is { } l && right is { } r ? LocalDate.Min(l, r) : left ?? right;
}
