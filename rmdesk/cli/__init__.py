"""The command line: the same use cases as in the window, without Qt.

Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 the vault is damaged.
"""

from __future__ import annotations

import logging

from rmdesk import messages, policies
from rmdesk.arguments import Request
from rmdesk.cli import (
    activity,
    agenda,
    audit,
    backup,
    backup_customers,
    capture,
    check,
    complaint,
    customer,
    demo,
    duplicates,
    export,
    first_start,
    goal,
    imports,
    interaction,
    log,
    lunar,
    passwords,
    plan,
    report,
    retention,
    roles,
    rotate,
    salvage,
    search,
    segment,
    staff,
    survey,
)
from rmdesk.cli.command import Call, Command
from rmdesk.output import Output
from rmdesk.services.errors import UserError

COMMANDS: tuple[Command, ...] = (
    first_start.Init(),
    staff.StaffAdd(),
    staff.StaffList(),
    staff.StaffRoles(),
    staff.StaffDisable(),
    staff.StaffEnable(),
    staff.StaffReset(),
    passwords.Passwd(),
    passwords.Recover(),
    audit.Verify(),
    audit.Compare(),
    check.Check(),
    backup.BackupMake(),
    backup.BackupList(),
    backup.BackupVerify(),
    backup.BackupRestore(),
    backup_customers.BackupFind(),
    backup_customers.BackupBringBack(),
    salvage.Salvage(),
    rotate.Rotate(),
    retention.Due(),
    retention.Expire(),
    roles.Roles(),
    demo.Demo(),
    search.Search(),
    customer.Customer(),
    interaction.InteractionAdd(),
    interaction.InteractionList(),
    capture.Capture(),
    lunar.Lunar(),
    duplicates.Duplicates(),
    agenda.Agenda(),
    agenda.Ics(),
    agenda.Done(),
    agenda.Postpone(),
    agenda.Skip(),
    report.Report(),
    segment.SegmentCount(),
    segment.SegmentList(),
    segment.SegmentFields(),
    goal.GoalShow(),
    plan.PlanList(),
    plan.PlanShow(),
    plan.PlanProgress(),
    activity.ActivityList(),
    activity.ActivityShow(),
    survey.SurveyList(),
    survey.SurveyImportQuestionnaire(),
    survey.SurveyOpen(),
    survey.SurveyClose(),
    survey.SurveyResults(),
    complaint.ComplaintList(),
    complaint.ComplaintShow(),
    complaint.ComplaintAdd(),
    complaint.ComplaintStepAdd(),
    complaint.ComplaintDone(),
    complaint.ComplaintResolve(),
    complaint.ComplaintTell(),
    complaint.ComplaintClose(),
    complaint.ComplaintReopen(),
    complaint.ComplaintFigures(),
    log.LogPlan(),
    log.LogComplete(),
    log.LogSubmit(),
    log.LogAddendum(),
    log.LogNews(),
    log.LogShow(),
    log.LogSummary(),
    log.LogWaiting(),
    log.LogCountersign(),
    log.LogReturn(),
    log.LogComment(),
    export.ExportCustomers(),
    export.ExportOrganisations(),
    export.ExportStaff(),
    export.ExportAudit(),
    imports.ImportCustomers(),
    imports.ImportHoldings(),
    imports.ImportBalances(),
    imports.ImportRelations(),
    imports.ImportDates(),
    imports.ImportInteractions(),
    imports.ImportResponses(),
    imports.ImportUndo(),
    imports.ImportList(),
)

FAILED = 1

_log = logging.getLogger(__name__)


def run(request: Request, output: Output) -> int:
    """Run the request's command; its exit status. Whatever happens is told, nothing is raised."""
    assert request.command is not None
    assert request.arguments is not None
    for problem in policies.policy().problems:
        output.say(messages.sentence(problem))
    try:
        answer = request.command.run(Call(request.options, request.arguments, output))
        if answer.error is None:
            output.answer(answer.data, answer.text)
            return 0
        output.error(answer.error.code, messages.sentence(answer.error), answer.data)
        return answer.error.exit_status
    except UserError as error:
        output.error(error.code, messages.sentence(error))
        return error.exit_status
    except KeyboardInterrupt:
        output.error("interrupted", str(messages.interrupted()))
        return FAILED
    except BrokenPipeError:
        return FAILED  # nobody reads the answer any more
    except Exception as error:  # the boundary of the program: a bug must not show a trace to a teller
        _log.error("a command failed", exc_info=error)
        output.error("internal", str(messages.internal()))
        return FAILED
