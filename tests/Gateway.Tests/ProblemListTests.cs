using System.Text;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Tests;

public sealed class ProblemListTests
{
    private const string Head = """
        # Problems

        Every 4xx and 5xx of the API is `application/problem+json` (RFC 9457). `code` is stable: programs may decide by
        it. `title` says the same every time, `detail` what is particular, `traceId` is what to name when asking for
        help. A refused file adds `problems` with line, field, rule and detail.

        | status | code | what it says | what to do |
        |---|---|---|---|

        """;

    [Fact]
    public void The_list_of_problems_is_the_catalogue()
    {
        var list = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var kind in ProblemCatalogue.All)
            list.Append(null, $"| {kind.Status} | `{kind.Code}` | {kind.Title} | {kind.Advice} |\n");
        Reference.Match("problems.md", list + Rest());
    }

    [Fact]
    public void Every_refusal_of_the_domain_has_a_status()
    {
        var refusing = typeof(Refusals).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal)).ToList();
        var codes = refusing.SelectMany(type => type.GetMethods())
            .Where(made => made.IsStatic && made.ReturnType == typeof(Refusal))
            .Select(made => (Refusal)made.Invoke(null, [.. made.GetParameters().Select(Any)])!)
            .Select(refusal => refusal.Code).Distinct().ToList();
        Assert.Contains(typeof(RunRefusals), refusing);
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Equal(code, ProblemCatalogue.Of(code).Code));
    }

    private static object Any(System.Reflection.ParameterInfo parameter) => parameter.ParameterType == typeof(string)
        ? "x"
        : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(parameter.ParameterType);

    // What follows the table is written by hand.
    private static string Rest()
    {
        var committed = Reference.Committed("problems.md") ?? "";
        var at = committed.IndexOf("\n## ", StringComparison.Ordinal);
        return at < 0 ? "" : committed[at..];
    }

    [Fact]
    public void Codes_are_listed_once_in_kebab_case_with_a_status_of_refusal()
    {
        Assert.Equal(ProblemCatalogue.All.Length, ProblemCatalogue.All.Select(kind => kind.Code).Distinct().Count());
        Assert.All(ProblemCatalogue.All, kind =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", kind.Code);
            Assert.InRange(kind.Status, 400, 599);
        });
    }

    [Fact]
    public void A_code_nobody_listed_is_a_fault_of_ours() =>
        Assert.Equal(500, ProblemCatalogue.Of("never-heard-of").Status);
}
