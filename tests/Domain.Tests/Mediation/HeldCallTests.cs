using BillingActors.Domain.Mediation;
using NodaTime;

namespace BillingActors.Domain.Tests.Mediation;

public sealed class HeldCallTests
{
    private static readonly Instant Noon = Instant.FromUtc(2025, 1, 7, 12, 0);

    [Fact]
    public void Parts_are_one_call_once_the_last_and_all_before_it_are_there()
    {
        var call = Taken(Part(3, true), Part(1));
        Assert.False(call.IsComplete);
        Assert.Equal("1, 3 (the last)", call.Tell());

        call = call.Take(Part(2), out var refusal);

        Assert.Null(refusal);
        Assert.True(call.IsComplete);
        Assert.Equal(new JoinedCall(Noon + Duration.FromHours(1), 180m, 1), call.Join());
    }

    [Fact]
    public void Parts_before_the_last_are_no_whole_call() => Assert.False(Taken(Part(1), Part(2)).IsComplete);

    [Fact]
    public void The_same_part_twice_changes_nothing()
    {
        var call = Taken(Part(1), Part(2, true));

        Assert.Same(call, call.Take(Part(2, true), out var refusal));
        Assert.Null(refusal);
    }

    [Theory]
    [InlineData(0, 60, "rest", false, "call-part-number")]
    [InlineData(10_000, 60, "rest", false, "call-part-number")]
    [InlineData(2, 61, "rest", false, "call-part-conflict")]
    [InlineData(2, 60, "rest", true, "call-part-conflict")]
    [InlineData(1, 60, "rest", true, "call-part-conflict")]
    [InlineData(5, 60, "rest", false, "call-part-conflict")]
    [InlineData(1, 60, "other", false, "call-parts-differ")]
    public void A_part_that_contradicts_the_others_is_refused(
        int number, int seconds, string rest, bool isLast, string code)
    {
        var call = Taken(Part(2), Part(4, true));
        var part = new CallPart(number, isLast, Noon + Duration.FromHours(number), seconds, rest);

        Assert.Same(call, call.Take(part, out var refusal));
        Assert.Equal(code, refusal!.Code);
    }

    [Fact]
    public void A_last_part_before_others_is_refused()
    {
        Taken(Part(1), Part(3)).Take(Part(2, true), out var refusal);

        Assert.Equal("call-part-conflict", refusal!.Code);
    }

    private static CallPart Part(int number, bool isLast = false) =>
        new(number, isLast, Noon + Duration.FromHours(number), 60m, "rest");

    private static HeldCall Taken(params CallPart[] parts) =>
        parts.Aggregate(HeldCall.None, (call, part) => call.Take(part, out _));
}
