namespace BillingActors.House.Tests;

public sealed class DockerfileTests
{
    private static readonly SourceFile _docker = Repository.Read("Dockerfile");

    [Fact]
    public void The_images_hold_together() => Finding.AssertNone(DockerfileRules.Violations(_docker, Repository.Holds));

    [Theory]
    [InlineData("USER $APP_UID", "USER root", "silo runs as root")]
    [InlineData("AS gateway", "AS door", "the target gateway is missing")]
    [InlineData("HEALTHCHECK", "LABEL", "billing has no health check")]
    [InlineData("src/Silo/Silo.csproj", "src/Silos/Silos.csproj", "src/Silos/Silos.csproj does not exist")]
    [InlineData("FROM runtime AS silo", "FROM build AS silo", "silo carries the SDK")]
    [InlineData("ENTRYPOINT [", "CMD [", "silo has no entry point in the form of a list")]
    [InlineData("USER $APP_UID", "ENV API_KEY=x", "an image is no place for a secret")]
    public void A_fault_in_the_images_is_found(string from, string to, string expected)
    {
        var planted = new SourceFile("Dockerfile", _docker.Text.Replace(from, to, StringComparison.Ordinal));
        Assert.NotEqual(_docker.Text, planted.Text, StringComparer.Ordinal);
        Assert.Contains(
            DockerfileRules.Violations(planted, Repository.Holds),
            finding => finding.ToString().EndsWith("error: " + expected, StringComparison.Ordinal));
    }
}
