using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tests.Primitives;

public sealed class DecisionTests
{
    [Fact]
    public void A_decision_is_events_or_a_refusal_or_nothing()
    {
        Decision<string> one = "happened";
        Decision<string> two = ImmutableArray.Create("first", "second");
        Decision<string> no = new Refusal("account-unknown", "No such account.");

        Assert.Equal("happened", Assert.Single(one.Events));
        Assert.Equal(2, two.Events.Length);
        Assert.True(no.IsRefused && no.Events.IsEmpty);
        Assert.False(Decision<string>.Nothing.IsRefused || one.IsRefused);
        Assert.Empty(Decision<string>.Nothing.Events);
    }

    [Fact]
    public void A_broken_invariant_says_what_should_have_held()
    {
        Invariant.Holds(true, "all is well");

        var broken = Assert.Throws<BrokenInvariantException>(() => Invariant.Holds(false, "all is well"));

        Assert.Equal(("all is well", "Broken invariant: all is well."), (broken.What, broken.Message));
    }
}
