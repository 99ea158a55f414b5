using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Circulars;
using Commerce.TaskList.Data;
using Commerce.TaskList.Export;
using Commerce.TaskList.Extensions;
using Commerce.TaskList.Figures;
using Commerce.TaskList.GraphQL;
using Commerce.TaskList.History;
using Commerce.TaskList.Inspections;
using Commerce.TaskList.KnownUnits;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Members;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Outlets;
using Commerce.TaskList.People;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Purchases;
using Commerce.TaskList.Reminders;
using Commerce.TaskList.Rounds;
using Commerce.TaskList.Rounds.Links;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Saving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList;

/// <summary>任务清单: the official list, who owes what by when, what was done, and the figures that measure it.</summary>
public sealed class TaskListModule : IModule
{
    /// <summary>Files of evidence (佐证).</summary>
    internal const string Evidence = "tasks.evidence";

    /// <summary>Lists as they were uploaded.</summary>
    internal const string ListFiles = "tasks.list";

    // The reader of lists looks closer at what a file is, and at whether its name says the same.
    private static readonly FileKind ListFile = new(".txt", "application/octet-stream", _ => true) { Aliases = [".docx", ".xlsx", ".md", ".csv", ".doc", ".xls", ".docm", ".xlsm", ".pdf"] };

    /// <inheritdoc />
    public string Name => "tasks";

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        var options = module.Configuration.GetSection(TaskListOptions.Section).Get<TaskListOptions>() ?? new();
        options.Check();
        module.Services.AddSingleton(options);
        module.Services.AddSingleton(ListTrail.Words);

        module.Database<TaskListDbContext>(Name);

        module.Consume<PersonErased, ForgetPerson, TaskListDbContext>().Person<TaskListPeople>();
        module.Consume<UnitRecorded, LearnUnit, TaskListDbContext>();
        module.Consume<UnitGroupRecorded, LearnGroup, TaskListDbContext>();
        module.Consume<PersonRecorded, LearnPerson, TaskListDbContext>(past: true);
        module.Consume<LedgerRowsRecorded, KeepPurchases, TaskListDbContext>();
        module.Consume<CountingRuleAgreed, LearnRule, TaskListDbContext>();
        module.Consume<ServiceAreaRecorded, LearnPair, TaskListDbContext>();
        module.Consume<OutletRecorded, LearnOutlet, TaskListDbContext>();
        module.Consume<SpeciesOffered, LearnKind, TaskListDbContext>();
        module.Consume<OfferPublished, LearnVillageOffer, TaskListDbContext>();
        module.Consume<CampaignRecorded, LearnCampaign, TaskListDbContext>();

        module.Every<SendReminders>(TimeSpan.FromMinutes(10));
        module.Todo<TaskTodos>();
        module.Todo<LetterTodos>();

        module.Files(new FileRule(Evidence, FileKind.Evidence, a => a.Can(Capability.TaskReport) || a.Can(Capability.TaskSupervise), EvidenceRights.MayRead));
        module.Files(new FileRule(ListFiles, [ListFile], a => a.Can(Capability.TaskSupervise), (_, _, _, _) => Task.FromResult(false)));

        module.Services.AddScoped<ReadLists>();
        module.Services.AddScoped<ReadFigures>();
        module.Services.AddScoped<Reckoning>();
        module.Services.AddScoped<ExportList>();
        module.Services.AddScoped<PreviewList>();
        module.Services.AddScoped<ImportList.Handler>();
        module.Services.AddScoped<SubmitProgress.Handler>();
        module.Services.AddScoped<ReviewProgress.Handler>();
        module.Services.AddScoped<TypeFigure.Handler>();
        module.Services.AddScoped<FinishMilestone.Handler>();
        module.Services.AddScoped<ReopenMilestone.Handler>();
        module.Services.AddScoped<AssignMilestone.Handler>();
        module.Services.AddScoped<AskExtension.Handler>();
        module.Services.AddScoped<DecideExtension.Handler>();
        module.Services.AddScoped<CloseMeasure.Handler>();
        module.Services.AddScoped<ReopenMeasure.Handler>();
        module.Services.AddScoped<Closing.CloseTask.Handler>();
        module.Services.AddScoped<Closing.ReopenTask.Handler>();
        module.Services.AddScoped<Archive.WriteListArchive>();
        module.Route(Archive.ArchiveDoor.Map);
        module.Services.AddScoped<CorrectMeasure.Handler>();
        module.Services.AddScoped<NameMembers.Handler>();
        Letters(module);
        Circulars(module);

        module.Services.AddScoped<ReadProjects>();
        module.Todo<ProjectTodos>();
        module.Services.AddScoped<SaveProject.Handler>();
        module.Services.AddScoped<FinishStep.Handler>();
        module.Services.AddScoped<ReopenStep.Handler>();
        module.Services.AddScoped<TypeProjectFigure.Handler>();
        module.Services.AddScoped<RestoreProject.Handler>();
        module.Services.AddScoped<WithdrawProject.Handler>();
        module.Route(ProjectDoor.Map);
        module.RoomWithin("/tasks", 15, "项目", "Projects", "/tasks/projects", Capability.TaskRead);

        module.Services.AddScoped<Views.ReadViews>();
        module.Services.AddScoped<Views.SaveView.Handler>();
        module.Services.AddScoped<Views.DropView.Handler>();
        module.Services.AddScoped<Search.FindInTasks>();
        module.Services.AddScoped<Review.ReadReview>();
        module.RoomWithin("/tasks", 50, "查找", "Search", "/tasks/search", Capability.TaskRead);
        module.RoomWithin("/tasks", 7, "批量审核", "Review many", "/tasks/review", Capability.TaskSupervise);

        module.Services.AddScoped<ReadBoard>();
        module.Services.AddScoped<ReadMakings>();
        module.Services.AddScoped<TakeUpload>();

        module.Services.AddScoped<ReadRounds>();
        module.Services.AddScoped<OpenRound.Handler>();
        module.Services.AddScoped<AnswerRound.Handler>();
        module.Services.AddScoped<ReturnAnswer.Handler>();
        module.Services.AddScoped<AcceptAnswer.Handler>();
        module.Services.AddScoped<HoldRound.Handler>();
        module.Services.AddScoped<WithdrawRound.Handler>();
        module.Services.AddSingleton<LinkTokens>();
        module.Services.AddScoped<FreshLinks>();
        module.Services.AddScoped<ReadLinks>();
        module.Services.AddScoped<IssueRoundLink.Handler>();
        module.Services.AddScoped<WithdrawRoundLink.Handler>();
        module.Services.AddScoped<UseRoundLink.Handler>();
        LinkDoor.Limit(module.Services, options);
        module.Route(LinkDoor.Map);
        module.Todo<RoundTodos>();
        module.Route(RoundDoor.Map);
        module.RoomWithin("/tasks", 10, "调度", "Rounds", "/tasks/rounds", Capability.TaskRead);
        ProblemsPart.Register(module);
        InspectionsPart.Register(module);

        module.Route(ExportDoor.Map);
        module.Room(50, "任务清单", "Task list", "/tasks", Capability.TaskRead);
        module.RoomWithin("/tasks", 5, "本周应办", "Due this week", "/tasks/owed", Capability.TaskRead);
        module.RoomWithin("/tasks", 20, "督办函", "Letters", "/tasks/letters", Capability.TaskRead);
        module.RoomWithin("/tasks", 25, "情况通报", "Circulars", "/tasks/circulars", Capability.TaskRead);
        module.RoomWithin("/tasks", 45, "领导看板", "Leader's board", "/tasks/board", Capability.TaskRead);

        module.Sample(70, SampleList.Load);
        module.Sample(71, SampleRounds.Load);
        module.Sample(72, SampleLetters.Load);
        module.Sample(73, SampleCirculars.Load);
        module.Sample(71, SampleProblems.Load);
        module.Sample(72, SampleInspections.Load);
    }

    /// <inheritdoc />
    public void Bind(GraphBuilder graph)
    {
        TaskListGraph.Bind(graph);
        LettersGraph.Bind(graph);
        CircularsGraph.Bind(graph);
    }

    private static void Letters(ModuleBuilder module)
    {
        module.Services.AddScoped<ReadLetters>();
        module.Services.AddScoped<ReadOwed>();
        module.Services.AddScoped<ReadLeaderBoard>();
        module.Services.AddScoped<ChaseUnit.Handler>();
        module.Services.AddScoped<DraftLetter.Handler>();
        module.Services.AddScoped<ReviseLetter.Handler>();
        module.Services.AddScoped<DiscardLetter.Handler>();
        module.Services.AddScoped<IssueLetter.Handler>();
        module.Services.AddScoped<AnswerLetter.Handler>();
        module.Services.AddScoped<ReturnLetter.Handler>();
        module.Services.AddScoped<CloseLetter.Handler>();
        module.Services.AddScoped<EscalateLetter.Handler>();
        module.Route(LetterDoor.Map);
    }

    private static void Circulars(ModuleBuilder module)
    {
        module.Services.AddScoped<BuildCircular>();
        module.Services.AddScoped<ReadCirculars>();
        module.Services.AddScoped<DraftCircular.Handler>();
        module.Services.AddScoped<EditCircular.Handler>();
        module.Services.AddScoped<DiscardCircular.Handler>();
        module.Services.AddScoped<IssueCircular.Handler>();
        module.Route(CircularDoor.Map);
    }
}
