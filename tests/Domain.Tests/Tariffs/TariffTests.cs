using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Tariffs;

public sealed class TariffTests
{
    [Fact]
    public void A_period_is_cut_where_a_version_begins_whatever_their_order() =>
        Assert.Equal(
            ["2025-01-01..2025-01-11 1", "2025-01-11..2025-01-21 2", "2025-01-21..2025-02-01 3"],
            Pieces(Version(3, "2025-01-21"), Version(1, "2024-01-01"), Version(2, "2025-01-11")));

    [Fact]
    public void Days_before_between_and_after_versions_are_gaps() =>
        Assert.Equal(
            [
                "2025-01-01..2025-01-05 -", "2025-01-05..2025-01-10 1", "2025-01-10..2025-01-15 -",
                "2025-01-15..2025-01-20 2", "2025-01-20..2025-02-01 -",
            ],
            Pieces(
                Version(1, "2025-01-05") with { ValidUntil = Day("2025-01-10") },
                Version(2, "2025-01-15") with { ValidUntil = Day("2025-01-20") }));

    [Fact]
    public void The_later_version_wins_where_two_overlap() =>
        Assert.Equal(
            ["2025-01-01..2025-01-15 1", "2025-01-15..2025-02-01 2"],
            Pieces(Version(1, "2024-01-01") with { ValidUntil = Day("2025-01-20") }, Version(2, "2025-01-15")));

    [Fact]
    public void A_tariff_without_versions_is_one_gap() => Assert.Equal(["2025-01-01..2025-02-01 -"], Pieces());

    private static string[] Pieces(params TariffVersion[] versions) =>
    [
        .. Tariff(versions).VersionsIn(January)
            .Select(piece => $"{piece.Period} {piece.Version?.Number.ToString(null, null) ?? "-"}"),
    ];
}
