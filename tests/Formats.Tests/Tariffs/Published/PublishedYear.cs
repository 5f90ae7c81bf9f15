using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Offline;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace Formats.Tests.Tariffs.Published;

/// <summary>Twelve bills of a year that somebody else published, rated from its monthly determinants.</summary>
internal static class PublishedYear
{
    private static readonly LocalDate Begin = new(2007, 1, 1);

    /// <summary>The totals of the twelve bills; a tariff with problems or a held bill fails.</summary>
    public static decimal[] Bills(TariffDocument document, DeterminantUsage usage, params IEnumerable<string> settings)
    {
        var mapped = TariffMapping.ToDomain(document);
        Assert.Empty(mapped.Problems);
        var tariff = mapped.Tariff!;
        var year = new Period(Begin, Begin.PlusYears(1));
        var request = new RatingRequest(
            "C1", tariff, year, year, ContractUsage.None, [], 0, tariff.Currency, DateTimeZone.Utc)
        {
            Determinants = usage,
            Settings = settings.Aggregate(RatingSettings.Default, Set),
        };
        var rated = PeriodRating.Rate(request, BillingCalendar.Monthly);
        Assert.Empty(rated.Bills.SelectMany(static bill => bill.Rating.Holds));
        return [.. rated.Bills.Select(static bill => bill.Rating.Lines.Sum(static line => line.Amount.ToDecimal()))];
    }

    /// <summary>The quantities and demands of each month.</summary>
    public static DeterminantUsage Usage(
        Func<int, IEnumerable<(string Name, DeterminantQuantity Quantity)>> quantities,
        Func<int, IEnumerable<(string Name, DeterminantQuantity Quantity)>>? demands = null) =>
        new([.. Enumerable.Range(0, 12).Select(month => new DeterminantPeriod(
            new Period(Begin.PlusMonths(month), Begin.PlusMonths(month + 1)),
            Named(quantities(month)),
            Named(demands?.Invoke(month) ?? [])))]);

    /// <summary>A quantity by period.</summary>
    public static DeterminantQuantity Parts(params IEnumerable<(string Period, decimal Part)> parts) => new(
        null,
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, parts.Select(static part => KeyValuePair.Create(part.Period, part.Part))));

    /// <summary>The number behind a name in a row such as "p1:205.8 p2:0.1"; zero where it is not there.</summary>
    public static decimal NumberOf(string row, string name)
    {
        var found = Array.Find(row.Split(' '), part => part.StartsWith($"{name}:", StringComparison.Ordinal));
        return found is null ? 0m : decimal.Parse(found[(name.Length + 1)..], CultureInfo.InvariantCulture);
    }

    private static RatingSettings Set(RatingSettings settings, string given)
    {
        var (name, value) = (given.Split('=')[0], given.Split('=')[1]);
        return settings.With(name, value, out var problem) ?? throw new ArgumentException(problem, nameof(given));
    }

    private static ImmutableSortedDictionary<string, DeterminantQuantity> Named(
        IEnumerable<(string Name, DeterminantQuantity Quantity)> entries) => ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, entries.Select(static entry => KeyValuePair.Create(entry.Name, entry.Quantity)));
}
