using System.Globalization;
using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// What calls cost beyond the allowances of plans and services in the tests of BillRun (github.com/BillRun/system,
/// library/Tests/Updaterowt.php, with the rates, plans and services of library/Tests/data), call after call. Kinds of
/// use are destinations here. Prices in steps are counted from where the allowance ended. Left out are services that
/// end within a bill.
/// </summary>
public sealed class BillrunAllowanceTests : IDisposable
{
    private const string America = "u:0.5/1 e:0.1/1 v:0.2/1";

    private readonly PublishedRate _rate = new();

    // "u:0.5/1" is 0.5 each begun second to u, "u:0.2/1<20<0.5/1" 0.2 for the first twenty that are paid; "uv50"
    // allows 50 of both, "+s5" 5 to each subscriber, "$3" credit of 3;
    // "b.u8:0.6" is a call of the second subscriber of 8 seconds that costs 0.6.
    [Theory]
    // a, b, c, d and e.
    [InlineData("u:0.4/1 e:0.1/1", "u100 u40 u75", "u60:0 u50:0 u50:0 u280:90 e180:18")]
    [InlineData(America, "u100 u40 u75", "u120:0 e110.5:11.1 u20:0 e8:0.8")]
    [InlineData(America, "v200 u40", "v35:0 u35.5:0 v180:3 u4.5:0 u12:6")]
    [InlineData(America, "u50 v50", "u24:0 v12:0 u50:12 v80:8.4 e50.5:5.1")]
    [InlineData(America, "u40 u40", "u30:0 u75:12.5 u30:15 v30:6")]
    // f to j, where groups name their rates.
    [InlineData(America, "u100 uv40 u75", "u60:0 u50:0 u50:0")]
    [InlineData(America, "u60 u40", "u30:0 u75:2.5 u30:15 v30:6")]
    // f, i and v, whose plans and services have prices in steps of their own.
    [InlineData("u:0.2/1<20<0.5/1 e:0.1/1", "u100 u40 u75", "u60:0 u50:0 u50:0 u280:106.5 e180:18")]
    [InlineData("u:0.5/1 v:0.1/1<20<0.2/1 e:0.1/1", "u50 v50", "u24:0 v12:0 u50:12 v80:6.4 e50.5:5.1")]
    [InlineData("u:0.111111/1<20<1/1", "", "u21:3.22222")]
    [InlineData("u:0.111111/1<5<0.5/1", "u10", "u21:3.555555")]
    [InlineData("u:0.111111/1<20<1/1", "u50", "u80:12.22222")]
    [InlineData("u:0.111111/1<20<1/1", "", "u10:1.11111")]
    // k: shared by an account, and not.
    [InlineData("s:0.1/1", "s10", "a.s8:0 b.s8:0.6")]
    [InlineData("s:0.1/1", "s10 +s5", "a.s20:0.5")]
    [InlineData("s:0.1/1", "s10 +s5", "a.s20:0.5 b.s20:1.5")]
    // l: money that is included.
    [InlineData(America, "$20 $10", "v240:18")]
    [InlineData("l:0.1/1", "l10 $2", "l240:21")]
    [InlineData("l:0.1/1", "l20 $10", "l240:12")]
    [InlineData("l:0.1/1", "l15 l20", "l240:20.5")]
    // m, s and w: pooled by the subscribers, so much of each.
    [InlineData("s:0.1/1", "s20", "a.s10:0")]
    [InlineData("s:0.1/1", "s20", "a.s20:0")]
    [InlineData("s:0.1/1", "s10", "a.s20:1")]
    [InlineData("s:0.1/1", "s10", "a.s15:0.5")]
    [InlineData("s:0.1/1", "s20 s10", "a.s25:0 b.s10:0.5")]
    [InlineData("s:0.1/1", "$6", "a.s100:4")]
    [InlineData("c:1/1", "c20", "a.c15:0 b.c10:5")]
    [InlineData("c:1/1", "c30", "a.c20:0 b.c15:5")]
    [InlineData("c:1/1", "c200", "c150:0 c50:0 c50:50")]
    [InlineData("c:1/1", "c300", "a.c50:0 b.c50:0 a.c100:0 b.c100:0 a.c150:150 b.c150:150")]
    [InlineData("c:1/1", "c200", "a.c50:0 b.c50:0 a.c50:0 b.c50:0 a.c50:50 b.c50:50")]
    [InlineData("c:1/1", "c200", "c110:0 c100:10")]
    // n: several kinds of use, half minutes, an allowance that is just used up.
    [InlineData("n:0.1/1 i:0.1/1", "ni300", "n125:0 i275:10")]
    [InlineData("n:0.5/30", "n300", "n240:0 n475:7")]
    [InlineData("n:0.5/1", "n10", "n5:0 n5:0 n5:2.5")]
    // o, q, r and is: two services at once, one with several of a kind.
    [InlineData("o:0.01/1 p:0.01/10", "op60", "o35:0 p45:0.02")]
    [InlineData("o:0.1/1", "o40 o100", "o40:0 o30:0 o75:0.5")]
    [InlineData("q:0.1/10 r:0.05/1", "qr250 qr120", "q70:0 r30:0 r150:0 q250:1.3")]
    [InlineData("q:0.1/10", "q250 q250", "q235:0 q245:0 q70:0.5")]
    [InlineData("q:0.1/10", "q100", "q75:0 q75:0.5 q75:0.8")]
    // Without an allowance: after a service has ended, t, v and x.
    [InlineData("q:0.1/10 o:0.01/1", "", "q120:1.2 q60:0.6 q75:0.8 o62:0.62")]
    [InlineData("i:1/1000000", "", "i7500000:8 i75000000:75")]
    [InlineData("u:0.5/1 c:1/1 v:0.111111/1", "", "u60:30 c50:50 u50:25 v10:1.11111")]
    public async Task Calls(string rates, string allowances, string calls)
    {
        var tariff = TariffOf(rates.Split(' '), allowances.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var lines = calls.Split(' ');
        var before = 0m;
        for (var count = 1; count <= lines.Length; count++)
        {
            var records = lines.Take(count).Select(RecordOf);
            var bills = await Bills(
                "--tariff", tariff, "--set", "bucket-end=split", "--set", "call-steps=paid", "--usage",
                _rate.File("calls.csv", "id,start,seconds,to,subscriber\n" + string.Concat(records)));

            Assert.Equal(Number(lines[count - 1].Split(':')[1]), decimal.Round(Exact(bills) - before, 10));
            before = Exact(bills);
        }
    }

    public void Dispose() => _rate.Dispose();

    // Seconds are whole, so that one is a tenth here.
    private string TariffOf(string[] rates, string[] allowances)
    {
        var destinations = rates.Select(static rate => $$"""
            { "name": "{{rate[0]}}", "prefixes": ["{{(int)rate[0]}}"] }
            """);
        var prices = rates.Select(static rate => $$"""
            { "destination": "{{rate[0]}}", "steps": [{{string.Join(", ", StepsOf(rate[2..].Split('<')))}}] }
            """);
        var charge = Charge("calls", "calls", $$"""
            "event": "call", "unit": "second", "destinations": [{{string.Join(", ", destinations)}}],
            "rates": [{{string.Join(", ", prices)}}]
            """);
        var buckets = allowances.Select(static (one, index) => one[0] == '$'
            ? $$"""{ "id": "b{{index}}", "text": "b", "unit": "USD", "quantity": {{one[1..]}} }"""
            : BucketOf(one.TrimStart('+'), index, one[0] == '+'));
        return _rate.Tariff(charge, $", \"buckets\": [{string.Join(", ", buckets)}]");
    }

    private static IEnumerable<string> StepsOf(string[] parts)
    {
        for (var i = 0; i < parts.Length; i += 2)
        {
            var (price, size) = (Number(parts[i].Split('/')[0]), Number(parts[i].Split('/')[1]));
            var from = i == 0 ? 0m : Number(parts[i - 1]) * 10m;
            yield return string.Create(CultureInfo.InvariantCulture, $$"""
                { "from": {{from}}, "price": {{price / size / 10m}}, "increment": {{size * 10m}} }
                """);
        }
    }

    private static string BucketOf(string allowance, int index, bool isOwn)
    {
        var names = allowance.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return $$"""
            { "id": "b{{index}}", "text": "b", "unit": "second", "quantity": {{allowance[names.Length..]}}0,
              "increment": 1, "perSubscriber": {{(isOwn ? "true" : "false")}},
              "destinations": ["{{string.Join("\", \"", names.ToCharArray())}}"] }
            """;
    }

    private static string RecordOf(string call, int index)
    {
        var (who, what) = call[1] == '.' ? (call[..1], call[2..]) : ("a", call);
        var tenths = Number(what[1..].Split(':')[0]) * 10m;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{index},2025-03-{index + 2:00}T10:00:00Z,{tenths:0},{(int)what[0]}99,{who}\n");
    }
}
