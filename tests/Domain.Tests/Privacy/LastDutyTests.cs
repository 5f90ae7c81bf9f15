using System.Collections.Immutable;
using BillingActors.Domain.Privacy;
using CsCheck;
using NodaTime;

namespace BillingActors.Domain.Tests.Privacy;

public sealed class LastDutyTests
{
    private static readonly ImmutableArray<RetentionClass> Ten = [new("documents", 10), new("reads", 3)];

    [Fact]
    public void Documents_are_kept_for_whole_years_after_their_own()
    {
        var ends = LastDuty.EndsOn(new PersonFacts(0, 0, new LocalDate(2026, 3, 1)), Ten);
        Assert.Equal(new LocalDate(2036, 12, 31), ends);
        Assert.False(LastDuty.HasEnded(ends, new LocalDate(2036, 12, 31)));
        Assert.True(LastDuty.HasEnded(ends, new LocalDate(2037, 1, 1)));
    }

    [Fact]
    public void The_last_of_documents_and_notes_counts_each_by_its_own_years()
    {
        ImmutableArray<RetentionClass> classes = [new("documents", 10), new("notes", 2)];
        var note = new LocalDate(2026, 3, 1);
        Assert.Equal(new LocalDate(2028, 12, 31), LastDuty.EndsOn(new PersonFacts(0, 0, null, note), classes));
        Assert.Equal(
            new LocalDate(2030, 12, 31),
            LastDuty.EndsOn(new PersonFacts(0, 0, new LocalDate(2020, 1, 1), note), classes));
        Assert.Equal(
            new LocalDate(2028, 12, 31),
            LastDuty.EndsOn(new PersonFacts(0, 0, new LocalDate(2010, 1, 1), note), classes));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void While_an_account_is_open_or_something_is_owed_no_day_is_known(int open, int unsettled)
    {
        var ends = LastDuty.EndsOn(new PersonFacts(open, unsettled, new LocalDate(2001, 1, 1)), Ten);
        Assert.Null(ends);
        Assert.False(LastDuty.HasEnded(ends, new LocalDate(2999, 1, 1)));
    }

    [Fact]
    public void Who_never_had_a_document_may_be_erased_at_once() => Assert.True(LastDuty.HasEnded(
        LastDuty.EndsOn(new PersonFacts(0, 0, null), Ten), new LocalDate(2026, 1, 1)));

    [Fact]
    public void A_class_nobody_named_is_kept_as_long_as_any() => Assert.Equal(
        new LocalDate(2056, 12, 31), LastDuty.EndsOn(new PersonFacts(0, 0, new LocalDate(2026, 1, 1)), []));

    [Fact]
    public void A_longer_duty_never_ends_sooner() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[2000, 2090]).Sample((one, other, year) =>
        {
            var facts = new PersonFacts(0, 0, new LocalDate(year, 6, 1));
            var (shorter, longer) = (Math.Min(one, other), Math.Max(one, other));
            Assert.True(Ends(shorter) <= Ends(longer));

            LocalDate? Ends(int years) => LastDuty.EndsOn(facts, [new("documents", years)]);
        });
}
