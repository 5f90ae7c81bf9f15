using System.Diagnostics.CodeAnalysis;

namespace BillingActors.House.Tests;

public sealed class PurityTests
{
    [Fact]
    public void The_compiled_domain_is_arithmetic_only() =>
        Assert.Empty(DomainPurity.Violations(Repository.BuildOutput("Domain", "BillingActors.Domain.dll")));

    /// <summary>This assembly reads files and holds a planted sin of each kind, so they must be seen here.</summary>
    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.Threading.Tasks.Task")]
    [InlineData("System.DateTime")]
    [InlineData("System.Guid::NewGuid")]
    [InlineData("System.Environment::get_MachineName")]
    [InlineData("floating point in Sin")]
    [InlineData("floating point in field _sin")]
    [InlineData("floating point in a call of get_TotalDays")]
    [InlineData("floating point in a local variable")]
    public void An_impure_assembly_is_found_out(string violation) =>
        Assert.Contains(
            violation, DomainPurity.Violations(typeof(PurityTests).Assembly.Location), StringComparer.Ordinal);

    [Fact]
    public void An_iterator_alone_is_pure() =>
        Assert.DoesNotContain(
            "System.Environment::get_CurrentManagedThreadId",
            DomainPurity.Violations(typeof(PurityTests).Assembly.Location),
            StringComparer.Ordinal);

    [SuppressMessage("Performance", "CA1823", Justification = "planted for the reader of metadata, never used")]
    [SuppressMessage("Style", "IDE0051", Justification = "planted for the reader of metadata, never used")]
    private static class Planted
    {
        private static readonly double[] _sin = [];

        private static double Sin(TimeSpan span)
        {
            var days = span.TotalDays;
            return days * days * days > 1 ? days : _sin[0];
        }

        private static Task Impure() => Task.FromResult((Guid.NewGuid(), Environment.MachineName, default(DateTime)));
    }
}
