using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Tests.Mapping;

public sealed class DemandSampleTests
{
    private static readonly Period January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    [Fact]
    public void The_industrial_sample_bills_its_ratchet_and_what_is_beyond_it()
    {
        // Measured 300 kW at a factor of 0.75 are 300 × 0.9 / 0.75 = 360; 80 % of 500 in August are 400.
        // 400 × 12.40 = 4,960.00. Given 410 for the charge over it: 10 × 3.10 = 31.00. 90,000 kWh × 0.0712 = 6,408.00.
        var settings = RatingSettings.Default
            .With("power-factor", "0.75", out _)!
            .With("contract-demand", "700", out _)!
            .With("prior-peaks", "2024-08:500,2024-12:900", out _)!;
        var request = new RatingRequest(
            "C1", Sample("industrial-ratchet"), January, January, ContractUsage.None, [], 5, Currency.Of("USD"),
            DateTimeZone.Utc)
        {
            Settings = settings,
            Determinants = new DeterminantUsage([new DeterminantPeriod(
                January, Named(("energy", 90_000m)), Named(("demand", 300m), ("excess", 410m)))]),
        };

        var result = ContractRating.Rate(request);

        Assert.Empty(result.Holds);
        Assert.Equal([640800L, 496000L, 3100L], result.Lines.Select(line => line.Amount.Minor));
        Assert.Equal(
            "demand 2025-01-01..2025-02-01; power factor 0.75 of 0.9, measured 300; ratchet 80 % of 500 in 2024-08",
            result.Lines[1].Source.Reference);
    }

    private static ImmutableSortedDictionary<string, DeterminantQuantity> Named(
        params (string Name, decimal Whole)[] entries) => entries.ToImmutableSortedDictionary(
            entry => entry.Name, entry => DeterminantQuantity.Of(entry.Whole), StringComparer.Ordinal);

    private static Tariff Sample(string name) =>
        TariffMapping.ToDomain(TariffJson.Read(File.ReadAllText(Path.Combine(Folder(), $"{name}.json")))).Tariff!;

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "samples", "tariffs")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "samples", "tariffs");
    }
}
