using BillingActors.Domain.Tariffs.Calls;
using CsCheck;

namespace BillingActors.Domain.Tests.Tariffs;

public sealed class PrefixTableTests
{
    [Theory]
    [InlineData("4917012345", 2)]
    [InlineData("+4917012345", 2)]
    [InlineData("491", 1)]
    [InlineData("49", 1)]
    [InlineData("4", 0)]
    [InlineData("", 0)]
    [InlineData("*100#", 3)]
    [InlineData("112", 0)]
    [InlineData("49 170", 1)]
    public void The_longest_prefix_counts(string number, int value) =>
        Assert.Equal(value, new PrefixTable([("", 0), ("49", 1), ("49170", 2), ("*100", 3)]).Find(number));

    [Fact]
    public void Without_a_prefix_that_fits_there_is_no_answer() =>
        Assert.Equal(PrefixTable.None, new PrefixTable([("49", 1)]).Find("33"));

    [Fact]
    public void It_finds_what_a_search_through_all_prefixes_finds() =>
        Gen.Select(Gen.String[Gen.Char["0123"], 0, 5].Array[1, 40], Gen.String[Gen.Char["0123"], 0, 8])
            .Sample((prefixes, number) =>
            {
                var entries = prefixes.Distinct().Select((prefix, index) => (Prefix: prefix, Value: index)).ToList();
                var longest = entries.Where(entry => number.StartsWith(entry.Prefix, StringComparison.Ordinal))
                    .OrderByDescending(entry => entry.Prefix.Length).Select(entry => entry.Value)
                    .FirstOrDefault(PrefixTable.None);

                Assert.Equal(longest, new PrefixTable(entries).Find(number));
            });

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        var table = new PrefixTable(Enumerable.Range(0, 20_000).Select(i => ($"{i}", i)));
        table.Find("12345678");
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1000; i++)
            table.Find("12345678");

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
