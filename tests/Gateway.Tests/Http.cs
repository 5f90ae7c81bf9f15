using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Tests;

/// <summary>Short words for what tests send and read.</summary>
internal static class Http
{
    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static HttpRequestMessage Request(string method, string path, string? json = null, params string[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header.Split(':')[0], header[(header.IndexOf(':') + 1)..].Trim());
        return request;
    }

    public static Task<HttpResponseMessage> Send(
        this HttpClient client, string method, string path, string? json = null, params string[] headers) =>
        client.SendAsync(Request(method, path, json, headers), Cancellation);

    public static Task<HttpResponseMessage> Upload(
        this HttpClient client, string path, byte[] body, params string[] headers)
    {
        var request = Request("POST", path, null, headers);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return client.SendAsync(request, Cancellation);
    }

    public static async Task<JsonElement> Json(this HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancellation));

    /// <summary>The problem of an answer, checked to be one of the catalogue and to give nothing away.</summary>
    public static async Task<JsonElement> Problem(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await response.AnyProblem();
        Assert.Equal((status, code), (response.StatusCode, problem.GetProperty("code").GetString()));
        return problem;
    }

    public static async Task<JsonElement> AnyProblem(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json",
            $"{response.RequestMessage}: {(int)response.StatusCode} {text}");
        Assert.DoesNotMatch(@" at [\w<>]+\.[\w<>.]+\(", text);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        var kind = ProblemCatalogue.Of(problem.GetProperty("code").GetString()!);
        Assert.Equal((int)response.StatusCode, kind.Status);
        Assert.Equal(kind.Title, problem.GetProperty("title").GetString());
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.NotEmpty(problem.GetProperty("instance").GetString()!);
        return problem;
    }
}
