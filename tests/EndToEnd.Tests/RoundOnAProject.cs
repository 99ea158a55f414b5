using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>A round on one project over the API. On a host of its own: what is accepted stands in the demonstration's project.</summary>
public sealed class RoundOnAProject(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Its_unit_is_asked_for_the_projects_own_figures_and_they_stand_there_once_accepted()
    {
        var (supervisor, liaison) = (await host.SignIn("supervisor"), await host.SignIn("liaison"));
        const string Of = "projects(year: 2026) { id name task { id } unit { id } figures { id label actual evidence } }";
        var project = (await supervisor.Data($"{{ {Of} }}")).GetProperty("projects").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "示例国道改造一段");
        var (id, figure) = (project.GetProperty("id").GetString(), project.GetProperty("figures")[0].GetProperty("id").GetString());
        var opened = (await supervisor.Do("roundOpen", "round { id projectName project { id } figures { label unit target projectFigureId metric { id } } units { unit { id } } }", new
        {
            idempotencyKey = Api.Key(),
            taskId = project.GetProperty("task").GetProperty("id").GetString(),
            title = "国道一段调度",
            from = "2026-06-01",
            to = "2026-06-30",
            dueOn = "2026-12-31",
            projectId = id,
        })).GetProperty("round");
        var asked = Assert.Single(opened.GetProperty("figures").EnumerateArray());
        Assert.Equal((id, "示例国道改造一段", figure, "完成投资", "null"), (
            opened.GetProperty("project").GetProperty("id").GetString(), opened.GetProperty("projectName").GetString(), asked.GetProperty("projectFigureId").GetString(), asked.GetProperty("label").GetString(), asked.GetProperty("metric").GetRawText()));
        var unit = Assert.Single(opened.GetProperty("units").EnumerateArray()).GetProperty("unit").GetProperty("id").GetString();
        Assert.Equal(project.GetProperty("unit").GetProperty("id").GetString(), unit);

        var answer = (await liaison.Do("roundAnswer", "answer { id version figures { projectFigureId value metric { id } } }", new
        {
            idempotencyKey = Api.Key(),
            roundId = opened.GetProperty("id").GetString(),
            unitId = unit,
            handIn = true,
            narrative = "路基完成过半",
            figures = new[] { new { projectFigureId = figure, value = "0.75" } },
        })).GetProperty("answer");
        Assert.Equal((figure, "0.75"), (answer.GetProperty("figures")[0].GetProperty("projectFigureId").GetString(), answer.GetProperty("figures")[0].GetProperty("value").ToString()));
        await supervisor.Do("roundAccept", "answer { state }", new { idempotencyKey = Api.Key(), answerId = answer.GetProperty("id").GetString(), expectedVersion = answer.GetProperty("version").GetInt32() });

        var after = (await liaison.Data($"{{ {Of} }}")).GetProperty("projects").EnumerateArray().Single(p => p.GetProperty("id").GetString() == id).GetProperty("figures")[0];
        Assert.Equal(("0.75", "调度：国道一段调度"), (after.GetProperty("actual").ToString(), after.GetProperty("evidence").GetString()));
    }
}
